package io.skyholm.gateway.limit;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.skyholm.gateway.problem.Problem;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of a login. A form that only Keycloak could read would name an account that is not counted, so one that is
 * written in any other way than browsers do is refused.
 */
record LoginForm(Map<String, List<String>> fields) {

    static final String MEDIA_TYPE = "application/x-www-form-urlencoded";
    private static final Pattern READ =
            Pattern.compile(Pattern.quote(MEDIA_TYPE) + "[ \\t]*(;[ \\t]*charset=(utf-8|\"utf-8\")[ \\t]*)?");
    private static final int MOST_FIELDS = 65_536;

    /** Read as Keycloak does: all fields, and a semicolon is a letter, or what is counted is not what is tried. */
    static Optional<LoginForm> of(Buffer body) {
        try {
            return Optional.of(new LoginForm(new QueryStringDecoder(
                            body.toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8, false, MOST_FIELDS, true)
                    .parameters()));
        } catch (IllegalArgumentException noForm) {
            return Optional.empty();
        }
    }

    /** What refuses the body by what is said about it; one that is empty has no field, whatever it is called. */
    static Optional<Problem> refusal(HttpServerRequest request, Buffer body) {
        List<String> types = request.headers().getAll(HttpHeaders.CONTENT_TYPE);
        boolean encoded = request.headers().contains(HttpHeaders.CONTENT_ENCODING);
        boolean read = types.size() == 1
                && READ.matcher(types.getFirst().strip().toLowerCase(Locale.ROOT))
                        .matches();
        boolean nothing = body.length() == 0 && types.isEmpty();
        return !encoded && (read || nothing)
                ? Optional.empty()
                : Optional.of(Problems.unsupportedMediaType(MEDIA_TYPE + " in UTF-8"));
    }

    String first(String field) {
        return fields.getOrDefault(field, List.of("")).getFirst();
    }
}
