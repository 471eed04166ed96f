package io.skyholm.gateway.page;

import io.skyholm.gateway.openapi.OpenApiDocument;
import io.skyholm.gateway.openapi.RenderedDocument;
import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Function;

/** The whole API in one OpenAPI document, in both of its spellings. */
public final class OpenApiPage {

    private final OpenApiDocument document;

    public OpenApiPage(OpenApiDocument document) {
        this.document = document;
    }

    void json(HttpServerRequest request) {
        send(request, "application/json", RenderedDocument::json);
    }

    void yaml(HttpServerRequest request) {
        send(request, "application/yaml", RenderedDocument::yaml);
    }

    private void send(HttpServerRequest request, String mediaType, Function<RenderedDocument, Buffer> spelling) {
        document.current()
                .onSuccess(whole -> {
                    request.response()
                            .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                            .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
                    Answer.with(spelling.apply(whole), request);
                })
                .onFailure(broken -> Answer.with(Problems.badAnswer("API description"), request));
    }
}
