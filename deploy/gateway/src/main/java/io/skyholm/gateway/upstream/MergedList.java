package io.skyholm.gateway.upstream;

import io.skyholm.gateway.upstream.ServiceAnswers.ServiceAnswer;
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
    private final ServiceAnswers answers;

    MergedList(HttpServerRequest request, ServiceAnswers answers) {
        this.request = request;
        this.answers = answers;
    }

    /** Answers with what those services have of it. */
    void answer(List<Upstream> owners) {
        answers.answer(
                Future.all(owners.stream()
                                .map(owner -> answers.ask(owner, request.uri()))
                                .toList())
                        .map(all -> all.<ServiceAnswer>list())
                        .map(pages -> ServiceAnswers.refused(pages).orElseGet(() -> merged(pages))),
                "operations");
    }

    private ServiceAnswer merged(List<ServiceAnswer> answers) {
        int limit =
                Integer.parseInt(Optional.ofNullable(request.getParam("limit")).orElse(USUAL_LIMIT));
        Stream<JsonObject> pages = answers.stream().map(page -> page.body().toJsonObject());
        return answers.getFirst().with(MergedPages.of(pages.toList(), limit).toBuffer());
    }
}
