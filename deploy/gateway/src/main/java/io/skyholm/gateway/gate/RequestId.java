package io.skyholm.gateway.gate;

import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.problem.Answer;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/** Gives every request an id: the client's own if it is short and harmless, else a new UUID that sorts by time. */
public final class RequestId implements Gate {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public boolean admits(Call call) {
        assign(call.request());
        return true;
    }

    /** Also for requests that are refused before any gate. */
    public static void assign(HttpServerRequest request) {
        String given = request.getHeader(Answer.REQUEST_ID);
        String id = given != null && HARMLESS.matcher(given).matches() ? given : fresh();
        request.headers().set(Answer.REQUEST_ID, id);
        request.response().putHeader(Answer.REQUEST_ID, id);
    }

    /** A UUID of version 7: 48 bits of time, then chance. */
    private static String fresh() {
        long timeAndVersion = System.currentTimeMillis() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        long variantAndChance = RANDOM.nextLong() >>> 2 | Long.MIN_VALUE;
        return new UUID(timeAndVersion, variantAndChance).toString();
    }
}
