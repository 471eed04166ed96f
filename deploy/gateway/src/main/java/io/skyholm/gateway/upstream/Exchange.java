package io.skyholm.gateway.upstream;

import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.limit.HeldBytes;
import io.skyholm.gateway.limit.LoginLimit;
import io.skyholm.gateway.limit.OpenCall;
import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problem;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One call on its way to a service and back: bounded in size and time, and a problem when it fails. */
final class Exchange implements ProxyInterceptor {

    private final OpenCall open;
    private final Call call;
    private final Failures failures;
    private final HeldBytes memory;
    private final LoginLimit logins;
    private final Promise<ProxyResponse> answered = Promise.promise();
    private final Vertx vertx = Vertx.currentContext().owner();
    private Optional<LoginLimit.Attempt> login = Optional.empty();
    private @Nullable HttpClientRequest asked;
    private long timer = -1;

    Exchange(OpenCall open, Upstream upstream, HeldBytes memory, LoginLimit logins) {
        this.open = open;
        this.call = open.call();
        this.failures = new Failures(upstream.name());
        this.memory = memory;
        this.logins = logins;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext exchange) {
        ProxyRequest request = exchange.request();
        HopByHopHeaders.removeFrom(request.headers());
        Future<ProxyResponse> answer = call.routeClass().held() ? sendWhole(exchange) : sendAsItComes(exchange);
        answer.onComplete(came -> {
            if (came.succeeded() && isStreamInDisguise(came.result())) {
                answered.tryFail(new IllegalStateException("a stream where the class of the route has none"));
            } else if (came.succeeded()) {
                answered.tryComplete(came.result());
            } else {
                answered.tryFail(came.cause());
            }
        });
        return answered.future().eventually(() -> stopWaiting()).recover(failure -> {
            endAsked();
            return Future.succeededFuture(answer(request, failures.problem(failure, call.request())));
        });
    }

    /** The service is asked when the body is complete: a stalled one keeps none of its connections. */
    private Future<ProxyResponse> sendWhole(ProxyContext exchange) {
        HeldBody body = new HeldBody(open, memory, Bodies.limit(call));
        open.whenGivenUp(body::giveUp);
        return body.read().compose(whole -> {
            // First of all, since a refusal lets go of the body, and an ended HTTP/2 request cannot be resumed.
            exchange.request().setBody(Body.body(whole));
            login = logins.attempt(call, whole);
            Optional<Problem> refusal = login.flatMap(LoginLimit.Attempt::refusal);
            if (refusal.isPresent()) {
                return Future.failedFuture(new Refused(refusal.get()));
            }
            if (call.routeClass().lasts()) {
                open.whenGivenUp(() -> answered.tryFail(new Refused(Problems.allTaken())));
            }
            waitForAnswer();
            return exchange.sendRequest()
                    .recover(lost -> isSafeToRepeat(lost) ? send(exchange, whole) : Future.failedFuture(lost));
        });
    }

    /**
     * A connection is kept for the next call, and may be closed at the moment that one gets it: because the service did, or because
     * the client before went away with the last byte of its answer. What only reads is asked once more; what writes may be done
     * already, and its client knows whether it gave an Idempotency-Key.
     */
    private boolean isSafeToRepeat(Throwable lost) {
        return lost instanceof HttpClosedException && Bodies.readsOnly(call.request()) && isAwaited();
    }

    private static Future<ProxyResponse> send(ProxyContext exchange, Buffer body) {
        exchange.request().setBody(Body.body(body));
        return exchange.sendRequest();
    }

    private boolean isAwaited() {
        return !answered.future().isComplete() && !call.request().response().closed();
    }

    private Future<ProxyResponse> sendAsItComes(ProxyContext exchange) {
        FlowingBody body = new FlowingBody(open, Bodies.limit(call), this::bodyHasCome, answered::tryFail);
        open.whenGivenUp(() -> answered.tryFail(new BodyTooSlow()));
        exchange.request().setBody(Body.body(body, exchange.request().getBody().length()));
        return exchange.sendRequest();
    }

    private void bodyHasCome() {
        open.complete();
        waitForAnswer();
    }

    /** Keeps the request to the service, to end it early, or ends it at once if nobody waits for it any more. */
    Future<HttpClientRequest> keep(HttpClientRequest opened) {
        // Every failure reaches the answer too; unheard here it would be logged as if nobody knew.
        opened.exceptionHandler(known -> {});
        if (!isAwaited()) {
            opened.reset();
            return Future.failedFuture(new StreamResetException(0));
        }
        asked = opened;
        return Future.succeededFuture(opened);
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext exchange) {
        HttpServerRequest request = call.request();
        int status = exchange.response().getStatusCode();
        login.ifPresent(attempt ->
                attempt.answered(status, exchange.response().headers().get(HttpHeaders.LOCATION)));
        MultiMap answer = exchange.response().headers();
        HopByHopHeaders.removeFrom(answer);
        List.copyOf(answer.names()).stream()
                .filter(name -> isTheGateways(name, request))
                .forEach(answer::remove);
        if (!request.isEnded()) {
            Answer.endSending(request);
        }
        return exchange.sendResponse();
    }

    /**
     * Streams last as long as their clients like, so only the class that has limits for that has them. The head of one alone would leave the
     * rest of it on a connection that the next call gets.
     */
    private boolean isStreamInDisguise(ProxyResponse answer) {
        String type = answer.headers().get(HttpHeaders.CONTENT_TYPE);
        return type != null
                && type.strip().toLowerCase(Locale.ROOT).startsWith("text/event-stream")
                && !call.routeClass().isStream();
    }

    /** What the gateway has said itself, such as the request's id, the service does not say again. */
    private static boolean isTheGateways(String name, HttpServerRequest request) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean permission = lower.startsWith("access-control-") && !Routes.isLogin(request.path());
        boolean saidAlready = request.response().headers().contains(lower) && !lower.equals("vary");
        return permission || saidAlready;
    }

    private void waitForAnswer() {
        timer = vertx.setTimer(
                call.routeClass().answer().toMillis(),
                late -> answered.tryFail(new TimeoutException("the service has not answered")));
    }

    private Future<Void> stopWaiting() {
        vertx.cancelTimer(timer);
        return Future.succeededFuture();
    }

    private static ProxyResponse answer(ProxyRequest request, Problem problem) {
        HttpServerRequest from = request.proxiedRequest();
        if (problem.leavesClientSending() || !from.isEnded()) {
            Answer.endSending(from);
        }
        ProxyResponse answer = request.release().response().setStatusCode(problem.status());
        problem.headers().forEach(answer::putHeader);
        Buffer body = problem.body(Answer.requestIdOf(from));
        return answer.setBody(HttpMethod.HEAD.equals(from.method()) ? null : Body.body(body));
    }

    private void endAsked() {
        HttpClientRequest request = asked;
        if (request != null) {
            request.reset();
        }
    }
}
