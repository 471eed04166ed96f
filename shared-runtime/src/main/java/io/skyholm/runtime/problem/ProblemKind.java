package io.skyholm.runtime.problem;

/** The kinds of problem, each with its HTTP status. */
public enum ProblemKind {
    MALFORMED(400, "The request cannot be read"),
    UNAUTHENTICATED(401, "Who are you?"),
    FORBIDDEN(403, "You may not do this"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This cannot be done with it"),
    NOT_ACCEPTABLE(406, "We do not speak that format"),
    CONFLICT(409, "Its present state forbids this"),
    PRECONDITION_FAILED(412, "It has changed meanwhile"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "We do not read that format"),
    RANGE_NOT_SATISFIABLE(416, "There are no such bytes"),
    INVALID(422, "The request can never be valid"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    CHECKSUM_MISMATCH(460, "The bytes are not those that were sent"),
    INTERNAL(500, "We failed"),
    UNAVAILABLE(503, "Something we need is away"),
    SHORT_OF(507, "There is not enough left");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The kind, for people. */
    public String title() {
        return title;
    }

    /** The kind that an HTTP status belongs to. */
    static ProblemKind of(int status) {
        for (ProblemKind kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        return status < 500 ? MALFORMED : INTERNAL;
    }
}
