package io.skyholm.gateway.problem;

/** Everything that can go wrong at the gateway itself. */
public final class Problems {

    private static final String SOON_SECONDS = "2";

    private Problems() {}

    public static Problem malformed(String detail) {
        return new Problem(400, "MALFORMED", "The request cannot be read", detail);
    }

    public static Problem unknownPath(String path) {
        return new Problem(
                404,
                "NOT_FOUND",
                "There is nothing here",
                "Nothing answers at " + path + "; /docs lists what there is.");
    }

    public static Problem methodNotAllowed(String allowed) {
        return new Problem(
                        405,
                        "METHOD_NOT_ALLOWED",
                        "This cannot be done with it",
                        "This path answers " + allowed + " only.")
                .withHeader("Allow", allowed);
    }

    public static Problem requestTooSlow() {
        return new Problem(
                408, "REQUEST_TOO_SLOW", "The request took too long", "The request's body did not arrive in time.");
    }

    public static Problem bodyTooLarge(long limitBytes) {
        return new Problem(
                413,
                "TOO_LARGE",
                "The request is too large",
                "The request's body is larger than " + limitBytes + " bytes.");
    }

    public static Problem uriTooLong(int limitBytes) {
        return new Problem(
                414,
                "URI_TOO_LONG",
                "The address is too long",
                "The request's first line is longer than " + limitBytes + " bytes.");
    }

    public static Problem unsupportedMediaType(String read) {
        return new Problem(
                415, "UNSUPPORTED_MEDIA_TYPE", "We do not read that format", "This path reads " + read + " only.");
    }

    public static Problem tooManyRequests(long retryAfterSeconds) {
        return new Problem(
                        429,
                        "TOO_MANY_REQUESTS",
                        "Too many requests",
                        "Too many requests; try again in " + retryAfterSeconds + " s.")
                .withHeader("Retry-After", Long.toString(retryAfterSeconds));
    }

    public static Problem tooManyOpen() {
        return new Problem(
                        429,
                        "TOO_MANY_OPEN",
                        "Too many requests at once",
                        "You have too many requests open; try again when some have ended.")
                .withHeader("Retry-After", SOON_SECONDS);
    }

    public static Problem allTaken() {
        return new Problem(
                        429,
                        "TOO_MANY_OPEN",
                        "Too many requests at once",
                        "As many requests of this kind are open as there may be; try again when some have ended.")
                .withHeader("Retry-After", SOON_SECONDS);
    }

    public static Problem headersTooLarge(int limitBytes) {
        return new Problem(
                431,
                "HEADERS_TOO_LARGE",
                "The headers are too large",
                "The request's headers are larger than " + limitBytes + " bytes.");
    }

    /** Nobody reads it; it is for the access log. */
    public static Problem clientWentAway() {
        return new Problem(
                499,
                "CLIENT_WENT_AWAY",
                "Nobody waits for the answer",
                "The client closed the connection before the answer.");
    }

    public static Problem badAnswer(String service) {
        return new Problem(
                502,
                "ANSWER_INVALID",
                "Something we need talks nonsense",
                "The " + service + " service gave an answer that cannot be passed on.");
    }

    public static Problem unavailable(String service) {
        return new Problem(
                        503,
                        "UNAVAILABLE",
                        "Something we need is away",
                        "The " + service + " service cannot be reached at the moment; try again.")
                .withHeader("Retry-After", SOON_SECONDS);
    }

    public static Problem answerTooSlow(String service) {
        return new Problem(
                504,
                "ANSWER_TOO_SLOW",
                "Something we need is too slow",
                "The " + service + " service did not answer in time.");
    }
}
