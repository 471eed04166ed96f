package io.skyholm.gateway.upstream;

import io.skyholm.gateway.problem.Problem;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Whose fault it is that there is no answer to pass on. */
record Failures(String service) {

    Problem problem(Throwable failure, HttpServerRequest request) {
        return switch (failure) {
            case Refused refused -> refused.problem();
            case BodyTooLarge tooLarge -> Problems.bodyTooLarge(tooLarge.limitBytes());
            case BodyTooSlow slow -> Problems.requestTooSlow();
            case TimeoutException late -> Problems.answerTooSlow(service);
            case StreamResetException gone when request.response().closed() -> Problems.clientWentAway();
            case StreamResetException dead -> Problems.unavailable(service);
            case IOException dead -> Problems.unavailable(service);
            case VertxException dead -> Problems.unavailable(service);
            default -> Problems.badAnswer(service);
        };
    }
}
