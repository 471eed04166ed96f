package io.skyholm.gateway.page;

import io.skyholm.gateway.openapi.OpenApiDocument;
import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The whole API in one OpenAPI document, in both of its spellings. */
public final class OpenApiPage {

    private final OpenApiDocument document;

    public OpenApiPage(OpenApiDocument document) {
        this.document = document;
    }

    void json(HttpServerRequest request) {
        send(request, "application/json", JsonObject::encodePrettily);
    }

    void yaml(HttpServerRequest request) {
        send(request, "application/yaml", OpenApiPage::toYaml);
    }

    private void send(HttpServerRequest request, String mediaType, Function<JsonObject, String> spelling) {
        document.current()
                .map(whole -> Buffer.buffer(spelling.apply(whole)))
                .onSuccess(whole -> {
                    request.response()
                            .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                            .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
                    Answer.with(whole, request);
                })
                .onFailure(broken -> Answer.with(Problems.badAnswer("API description"), request));
    }

    private static String toYaml(JsonObject whole) {
        // Read back as plain maps and lists: the writer knows no others, and would fold equal ones into references.
        Map<String, Object> plain = new JsonObject(whole.encode()).getMap();
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(plain);
    }
}
