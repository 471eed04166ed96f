package io.skyholm.gateway.gate;

import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses what the gateway and a service could read differently: a path that seems to be a service's public one here,
 * and is another there.
 */
public final class WellFormedRequest implements Gate {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final int LONGEST_HOST = 255;
    private static final Set<String> METHOD_SET = Set.of(METHODS.split(", "));

    @Override
    public boolean admits(Call call) {
        HttpServerRequest request = call.request();
        if (!METHOD_SET.contains(request.method().name())) {
            Answer.with(Problems.methodNotAllowed(METHODS), request);
            return false;
        }
        // The host is told to services three times, so a long one would make their headers too large.
        if (request.authority() == null || request.authority().host().length() > LONGEST_HOST) {
            Answer.with(Problems.malformed("The request names no host."), request);
            return false;
        }
        if (!isPlain(request.uri(), request.path())) {
            Answer.with(Problems.malformed("The request's path is not in its plain form."), request);
            return false;
        }
        return true;
    }

    static boolean isPlain(String uri, String path) {
        if (!uri.startsWith("/") || path.contains("//") || path.contains("\\")) {
            return false;
        }
        String encoded = path.toLowerCase(Locale.ROOT);
        if (encoded.contains("%2f") || encoded.contains("%5c") || encoded.contains("%00") || encoded.contains("%25")) {
            return false;
        }
        return !hasDotSegment(encoded.replace("%2e", ".").replace("%3b", ";"));
    }

    /** A segment's parameters, after a semicolon, are not part of its name. */
    private static boolean hasDotSegment(String path) {
        for (String segment : path.split("/", -1)) {
            String name = segment.split(";", -1)[0];
            if (name.equals(".") || name.equals("..")) {
                return true;
            }
        }
        return false;
    }
}
