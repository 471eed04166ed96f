package io.skyholm.runtime.call;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads where a request comes from; what a client may have made up is cut to what is harmless. */
public final class RequestOrigin {

    private static final String CORRELATION_ID = "X-Correlation-Id";
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_AGENT = 256;
    private static final int LONGEST_ADDRESS = 64;

    private RequestOrigin() {}

    /** That of a request, also of one that no resource serves. */
    public static Origin of(HttpServerRequest request) {
        String requestId = request.getHeader(RequestIds.HEADER);
        String correlationId = RequestIds.harmless(request.getHeader(CORRELATION_ID));
        return new Origin(
                requestId,
                correlationId == null ? requestId : correlationId,
                addressOf(request),
                cut(request.getHeader(HttpHeaders.USER_AGENT), LONGEST_AGENT));
    }

    /** The gateway overwrites the header, and nobody but the gateway reaches a service. */
    private static @Nullable String addressOf(HttpServerRequest request) {
        String forwarded = request.getHeader(FORWARDED_FOR);
        if (forwarded != null) {
            return cut(forwarded.split(",", 2)[0].strip(), LONGEST_ADDRESS);
        }
        return request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String clean = CONTROL.matcher(text).replaceAll(" ");
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }
}
