package io.skyholm.gateway.openapi;

import io.skyholm.gateway.upstream.Routes;
import io.skyholm.gateway.upstream.Upstream;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What one service says about itself.
 *
 * @param service its name
 * @param document its OpenAPI document, already reduced to what is public
 */
record ServiceDescription(String service, JsonObject document) {

    /** What stands for the name of a service in the paths that all of them have. */
    private static final String ITS_NAME = "{service}";

    /** Leaves out the paths that the gateway does not send to this service. */
    static ServiceDescription of(Upstream service, JsonObject document, Routes routes) {
        JsonObject paths = document.getJsonObject("paths", new JsonObject());
        List.copyOf(paths.fieldNames()).stream()
                .filter(path ->
                        !routes.to(path.replace(ITS_NAME, service.name())).equals(Optional.of(service)))
                .forEach(paths::remove);
        return new ServiceDescription(service.name(), document.put("paths", paths));
    }
}
