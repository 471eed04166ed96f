package io.skyholm.gateway.gate;

import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.http.HttpServerRequest;

/** Refuses an address that no service would read: their first line has a limit, and they say so without a body. */
public final class RequestLine implements Gate {

    /** What Vert.x reads, and with it every service. */
    public static final int MOST_BYTES = 4096;

    private static final int BEYOND_METHOD_AND_ADDRESS = " ".length() + " HTTP/1.1".length();

    @Override
    public boolean admits(Call call) {
        HttpServerRequest request = call.request();
        int line = request.method().name().length() + request.uri().length() + BEYOND_METHOD_AND_ADDRESS;
        if (line > MOST_BYTES) {
            Answer.with(Problems.uriTooLong(MOST_BYTES), request);
            return false;
        }
        return true;
    }
}
