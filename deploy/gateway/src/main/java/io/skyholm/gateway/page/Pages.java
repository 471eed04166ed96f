package io.skyholm.gateway.page;

import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which paths the gateway answers itself. */
public final class Pages {

    private static final String DOCUMENTATION = "/docs";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Map<String, Handler<HttpServerRequest>> byPath;
    private final DocumentationPage documentation;

    public Pages(DocumentationPage documentation, OpenApiPage openApi, HealthPage health) {
        this.documentation = documentation;
        this.byPath = Map.of(
                "/", Pages::toDocumentation,
                "/health", health,
                "/openapi.json", openApi::json,
                "/openapi.yaml", openApi::yaml);
    }

    /** False when the path is none of the gateway's own. */
    public boolean answers(HttpServerRequest request) {
        Handler<HttpServerRequest> page = page(request.path());
        if (page == null) {
            return false;
        }
        if (READING.contains(request.method())) {
            page.handle(request);
        } else {
            Answer.with(Problems.methodNotAllowed("GET, HEAD"), request);
        }
        return true;
    }

    private @Nullable Handler<HttpServerRequest> page(String path) {
        boolean documented = path.equals(DOCUMENTATION) || path.startsWith(DOCUMENTATION + "/");
        return documented ? documentation : byPath.get(path);
    }

    private static void toDocumentation(HttpServerRequest request) {
        request.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, DOCUMENTATION)
                .end();
    }
}
