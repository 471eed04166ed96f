package io.skyholm.storage.upload;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.skyholm.storage.StorageSettings;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/**
 * Says what of tus is spoken here, to whoever asks with OPTIONS before they upload. It is the same for everybody, so nobody has to say who
 * they are.
 */
@Singleton
class TusDiscovery {

    private static final String PATH = "/v1/images/:id/versions/:versionId/uploads";

    private final Map<String, String> headers;

    TusDiscovery(StorageSettings settings) {
        this.headers = Map.of(
                TusHeaders.RESUMABLE,
                TusHeaders.VERSION,
                "Tus-Version",
                TusHeaders.VERSION,
                "Tus-Max-Size",
                Long.toString(settings.largestImage().asLongValue()),
                "Tus-Extension",
                "creation,checksum,expiration,termination",
                "Tus-Checksum-Algorithm",
                String.join(",", PartChecksum.algorithms()));
    }

    void register(@Observes Router router) {
        router.options(PATH).order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(asked -> {
            HttpServerResponse answer = asked.response();
            headers.forEach(answer::putHeader);
            answer.setStatusCode(Status.NO_CONTENT.getStatusCode()).end();
        });
    }
}
