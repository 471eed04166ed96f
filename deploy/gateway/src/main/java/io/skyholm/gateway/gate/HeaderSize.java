package io.skyholm.gateway.gate;

import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/**
 * Refuses headers that no service would read. Over HTTP/2 the listener would say no more than a status, and reset the stream behind it:
 * which of the two a client sees is chance.
 */
public final class HeaderSize implements Gate {

    /** Less than services read, since the gateway adds some headers of its own. */
    public static final int MOST_BYTES = 14 * 1024;

    @Override
    public boolean admits(Call call) {
        if (bytesOf(call.request()) > MOST_BYTES) {
            Answer.with(Problems.headersTooLarge(MOST_BYTES), call.request());
            return false;
        }
        return true;
    }

    /** What the names and values of its headers take. */
    public static int bytesOf(HttpServerRequest request) {
        int bytes = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            bytes += header.getKey().length() + header.getValue().length();
        }
        return bytes;
    }
}
