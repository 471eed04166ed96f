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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What several services answer, of which one answer is made: each is asked as the caller, and read whole. One that is away fails the
 * whole: what was made without its answer would be taken for complete.
 */
final class ServiceAnswers {

    private static final int LARGEST_ANSWER = 4 << 20;

    /** Of a refusal the client has to see these; all others are of one connection, or the gateway says them itself. */
    private static final List<CharSequence> TOLD =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.RETRY_AFTER, "WWW-Authenticate");

    private final Call call;
    private final HttpServerRequest request;
    private final HttpClient client;

    /** What one service has answered. */
    record ServiceAnswer(int status, MultiMap headers, Buffer body) {

        boolean isRefused() {
            return status != 200;
        }

        /** The same answer with another body. */
        ServiceAnswer with(Buffer other) {
            return new ServiceAnswer(status, headers, other);
        }
    }

    ServiceAnswers(Call call, HttpClient client) {
        this.call = call;
        this.request = call.request();
        this.client = client;
    }

    /** Once more if its connection is closed before the answer, as {@link Exchange} does. */
    Future<ServiceAnswer> ask(Upstream owner, String uri) {
        return askOnce(owner, uri)
                .recover(lost -> lost instanceof HttpClosedException ? askOnce(owner, uri) : Future.failedFuture(lost))
                .timeout(call.routeClass().answer().toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure ->
                        Future.failedFuture(new Refused(new Failures(owner.name()).problem(failure, request))));
    }

    private Future<ServiceAnswer> askOnce(Upstream owner, String uri) {
        return client.request(owner.request(HttpMethod.GET, uri).setHeaders(headers()))
                .compose(this::answered);
    }

    /** What is not answered in time is taken back, so that its connection is free for others. */
    private Future<ServiceAnswer> answered(HttpClientRequest asked) {
        return asked.send()
                .compose(ServiceAnswers::answered)
                .timeout(call.routeClass().answer().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(late -> asked.reset());
    }

    /** An answer is read whole, and so may only be so large: a service that answers with more is at fault. */
    private static Future<ServiceAnswer> answered(HttpClientResponse answer) {
        Promise<ServiceAnswer> whole = Promise.promise();
        Buffer page = Buffer.buffer();
        answer.handler(more -> {
            if (page.length() + more.length() > LARGEST_ANSWER) {
                whole.tryFail("an answer of more than " + LARGEST_ANSWER + " bytes");
            } else {
                page.appendBuffer(more);
            }
        });
        answer.exceptionHandler(whole::tryFail);
        answer.endHandler(end -> whole.tryComplete(new ServiceAnswer(answer.statusCode(), answer.headers(), page)));
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
    static Optional<ServiceAnswer> refused(List<ServiceAnswer> answers) {
        return answers.stream().filter(ServiceAnswer::isRefused).findFirst();
    }

    /** Answers the caller with what has come of it, or says which service is away. */
    void answer(Future<ServiceAnswer> whole, String what) {
        whole.onSuccess(this::send).onFailure(failure -> Answer.with(problem(failure, what), request));
    }

    private void send(ServiceAnswer whole) {
        request.response().setStatusCode(whole.status());
        TOLD.stream().filter(whole.headers()::contains).forEach(name -> request.response()
                .putHeader(name, whole.headers().get(name)));
        Answer.with(whole.body(), request);
    }

    private static Problem problem(Throwable failure, String what) {
        return failure instanceof Refused refused ? refused.problem() : Problems.badAnswer(what);
    }
}
