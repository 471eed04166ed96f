package io.skyholm.gateway.gate;

import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Set;

/**
 * Refuses what the gateway and a service could read differently: a path that seems to be a service's public one here,
 * and is another there.
 */
public final class WellFormedRequest implements Gate {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final int LONGEST_HOST = 255;
    private static final Set<String> WITH_SLASH_AT_END = Set.of("/", "/docs/");
    private static final String NEVER_ENCODED = "/\\%;\0";
    private static final String NEVER_PLAIN = "\"#<>\\^`{|}";
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
        if (!isWritten(request.uri())) {
            Answer.with(Problems.malformed("The request's address holds what has to be percent-encoded."), request);
            return false;
        }
        if (!isPlain(request.uri(), request.path())) {
            Answer.with(Problems.malformed("The request's path is not in its plain form."), request);
            return false;
        }
        return true;
    }

    /** RFC 3986: a service would refuse anything else too, without a word. */
    private static boolean isWritten(String uri) {
        for (int at = 0; at < uri.length(); at++) {
            char letter = uri.charAt(at);
            if (letter <= ' ' || letter >= 0x7f || NEVER_PLAIN.indexOf(letter) >= 0) {
                return false;
            }
            if (letter == '%' && (at + 2 >= uri.length() || !isHex(uri.charAt(at + 1)) || !isHex(uri.charAt(at + 2)))) {
                return false;
            }
        }
        return true;
    }

    /** One path has one spelling, or a limit or a class that names it would miss the others. */
    static boolean isPlain(String uri, String path) {
        if (!uri.startsWith("/") || path.contains("//") || path.contains("\\") || path.contains(";")) {
            return false;
        }
        if (path.endsWith("/") && !WITH_SLASH_AT_END.contains(path)) {
            return false;
        }
        return !hasDotSegment(path) && !isEncodedNeedlessly(path);
    }

    private static boolean hasDotSegment(String path) {
        return Arrays.stream(path.split("/", -1)).anyMatch(segment -> segment.equals(".") || segment.equals(".."));
    }

    /** A percent sign that encodes what may stand for itself, or what separates. */
    private static boolean isEncodedNeedlessly(String path) {
        for (int at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            int encoded = Integer.parseInt(path, at + 1, at + 3, 16);
            if (isUnreserved(encoded) || NEVER_ENCODED.indexOf(encoded) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHex(char digit) {
        return Character.digit(digit, 16) >= 0 && digit < 0x80;
    }

    /** RFC 3986, section 2.3. */
    private static boolean isUnreserved(int character) {
        return character < 0x80 && (Character.isLetterOrDigit(character) || "-._~".indexOf(character) >= 0);
    }
}
