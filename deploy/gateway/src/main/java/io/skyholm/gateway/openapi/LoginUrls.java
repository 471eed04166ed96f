package io.skyholm.gateway.openapi;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Where people log in. Services name paths only, since just the gateway knows where clients find it. */
final class LoginUrls {

    private static final List<String> URLS = List.of("authorizationUrl", "tokenUrl", "refreshUrl");

    private LoginUrls() {}

    /** Clients that are generated from the document need whole addresses, and Swagger UI follows them. */
    static void complete(JsonObject components, String publicUrl) {
        for (Map.Entry<String, Object> scheme : components.getJsonObject("securitySchemes", new JsonObject())) {
            JsonObject flows = ((JsonObject) scheme.getValue()).getJsonObject("flows", new JsonObject());
            flows.forEach(flow -> completeFlow((JsonObject) flow.getValue(), publicUrl));
        }
    }

    private static void completeFlow(JsonObject flow, String publicUrl) {
        URLS.stream()
                .filter(name -> flow.getString(name, "").startsWith("/"))
                .forEach(name -> flow.put(name, publicUrl + flow.getString(name)));
    }
}
