package io.skyholm.gateway.gate;

import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Refuses a body that announces itself as too large; one that does not say is counted as it flows. */
public final class BodySize implements Gate {

    @Override
    public boolean admits(Call call) {
        HttpServerRequest request = call.request();
        long limitBytes = call.routeClass().bodyBytes();
        String announced = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && isTooLarge(announced, limitBytes)) {
            Answer.with(Problems.bodyTooLarge(limitBytes), request);
            return false;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.headers().remove(HttpHeaders.EXPECT);
            request.response().writeContinue();
        }
        return true;
    }

    private static boolean isTooLarge(String announced, long limitBytes) {
        try {
            return Long.parseUnsignedLong(announced) > limitBytes;
        } catch (NumberFormatException tooManyDigits) {
            return true;
        }
    }
}
