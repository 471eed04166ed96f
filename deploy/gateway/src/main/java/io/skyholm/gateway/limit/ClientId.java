package io.skyholm.gateway.limit;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Which service account asks for a token: OAuth lets it say so in the form or by HTTP Basic (RFC 6749, 2.3.1). */
final class ClientId {

    private static final String BASIC = "Basic ";

    private ClientId() {}

    /** Empty where it does not say so. */
    static String of(HttpServerRequest request, Map<String, List<String>> form) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? ofBasic(authorization.substring(BASIC.length()))
                : LoginLimit.first(form, "client_id");
    }

    private static String ofBasic(String encoded) {
        try {
            String text = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            return URLDecoder.decode(text.split(":", 2)[0], StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
