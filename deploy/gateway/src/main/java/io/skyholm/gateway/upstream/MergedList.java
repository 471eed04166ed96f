package io.skyholm.gateway.upstream;

import io.skyholm.gateway.upstream.Parts.Part;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One list of which several services have a part: all are asked the same, and their pages become one. */
final class MergedList {

    private static final String USUAL_LIMIT = "50";

    private final HttpServerRequest request;
    private final Parts parts;

    MergedList(HttpServerRequest request, Parts parts) {
        this.request = request;
        this.parts = parts;
    }

    /** Answers with what those services have of it. */
    void answer(List<Upstream> owners) {
        parts.answer(
                Future.all(owners.stream()
                                .map(owner -> parts.ask(owner, request.uri()))
                                .toList())
                        .map(all -> all.<Part>list())
                        .map(pages -> Parts.refused(pages).orElseGet(() -> merged(pages))),
                "operations");
    }

    private Part merged(List<Part> parts) {
        int limit =
                Integer.parseInt(Optional.ofNullable(request.getParam("limit")).orElse(USUAL_LIMIT));
        Stream<JsonObject> pages = parts.stream().map(part -> part.body().toJsonObject());
        return parts.getFirst().with(MergedPages.of(pages.toList(), limit).toBuffer());
    }
}
