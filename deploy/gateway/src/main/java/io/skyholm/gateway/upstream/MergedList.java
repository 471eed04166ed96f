package io.skyholm.gateway.upstream;

import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problem;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One list of which several services have a part: all are asked the same, and their pages become one. One that is away fails the
 * whole: a list that leaves out what runs there would be taken for complete.
 */
final class MergedList {

    private static final String USUAL_LIMIT = "50";
    private static final int LARGEST_PAGE = 4 << 20;

    /** Of a refusal the client has to see these; all others are of one connection, or the gateway says them itself. */
    private static final List<CharSequence> TOLD =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.RETRY_AFTER, "WWW-Authenticate");

    private final Call call;
    private final HttpServerRequest request;
    private final HttpClient client;

    private record Part(int status, MultiMap headers, Buffer body) {

        boolean isRefused() {
            return status != 200;
        }
    }

    MergedList(Call call, HttpClient client) {
        this.call = call;
        this.request = call.request();
        this.client = client;
    }

    /** Answers with what those services have of it. */
    void answer(List<Upstream> owners) {
        Future.all(owners.stream().map(this::ask).toList())
                .map(all -> all.<Part>list())
                .map(parts -> refused(parts).orElseGet(() -> merged(parts)))
                .onSuccess(this::send)
                .onFailure(failure -> Answer.with(problem(failure), request));
    }

    /** Once more if its connection is closed before the answer, as {@link Exchange} does. */
    private Future<Part> ask(Upstream owner) {
        return askOnce(owner)
                .recover(lost -> lost instanceof HttpClosedException ? askOnce(owner) : Future.failedFuture(lost))
                .timeout(call.routeClass().answer().toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure ->
                        Future.failedFuture(new Refused(new Failures(owner.name()).problem(failure, request))));
    }

    private Future<Part> askOnce(Upstream owner) {
        return client.request(owner.request(HttpMethod.GET, request.uri()).setHeaders(headers()))
                .compose(this::part);
    }

    /** What is not answered in time is taken back, so that its connection is free for others. */
    private Future<Part> part(HttpClientRequest asked) {
        return asked.send()
                .compose(MergedList::part)
                .timeout(call.routeClass().answer().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(late -> asked.reset());
    }

    /** A page is read whole, and so may only be so large: a service that answers with more is at fault. */
    private static Future<Part> part(HttpClientResponse answer) {
        Promise<Part> whole = Promise.promise();
        Buffer page = Buffer.buffer();
        answer.handler(more -> {
            if (page.length() + more.length() > LARGEST_PAGE) {
                whole.tryFail("a page of more than " + LARGEST_PAGE + " bytes");
            } else {
                page.appendBuffer(more);
            }
        });
        answer.exceptionHandler(whole::tryFail);
        answer.endHandler(end -> whole.tryComplete(new Part(answer.statusCode(), answer.headers(), page)));
        return whole.future();
    }

    /** What the services answer is read here, so it must not come compressed. */
    private MultiMap headers() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers());
        HopByHopHeaders.removeFrom(headers);
        return headers.remove(HttpHeaders.HOST)
                .remove(HttpHeaders.CONTENT_LENGTH)
                .remove(HttpHeaders.ACCEPT_ENCODING);
    }

    /** All refuse the same for the same reason: one of them says it. */
    private static Optional<Part> refused(List<Part> parts) {
        return parts.stream().filter(Part::isRefused).findFirst();
    }

    private Part merged(List<Part> parts) {
        int limit =
                Integer.parseInt(Optional.ofNullable(request.getParam("limit")).orElse(USUAL_LIMIT));
        Stream<JsonObject> pages = parts.stream().map(part -> part.body().toJsonObject());
        return new Part(
                200,
                parts.getFirst().headers(),
                MergedPages.of(pages.toList(), limit).toBuffer());
    }

    private void send(Part whole) {
        request.response().setStatusCode(whole.status());
        TOLD.stream().filter(whole.headers()::contains).forEach(name -> request.response()
                .putHeader(name, whole.headers().get(name)));
        Answer.with(whole.body(), request);
    }

    private static Problem problem(Throwable failure) {
        return failure instanceof Refused refused ? refused.problem() : Problems.badAnswer("operations");
    }
}
