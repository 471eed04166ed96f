package io.skyholm.runtime.problem;

import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A failure that the caller can understand: a code a program reads, and a sentence a person can act on. */
public final class Problem extends WebApplicationException {

    private final ProblemKind kind;
    private final String code;
    private final String detail;
    private final transient List<FieldProblem> errors;
    private final @Nullable Duration retryAfter;

    private Problem(
            ProblemKind kind, String code, String detail, List<FieldProblem> errors, @Nullable Duration retryAfter) {
        super(detail, kind.status());
        this.kind = kind;
        this.code = code;
        this.detail = detail;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    /** A problem of that kind with a code of its own. */
    public static Problem of(ProblemKind kind, String code, String detail) {
        return of(kind, code, detail, List.of());
    }

    /** The same, which says of each part what is wrong with it. */
    public static Problem of(ProblemKind kind, String code, String detail, List<FieldProblem> parts) {
        return new Problem(kind, code, detail, parts, null);
    }

    /** A problem of that kind that needs no finer code. */
    public static Problem of(ProblemKind kind, String detail) {
        return of(kind, kind.name(), detail);
    }

    /** One field that can never be valid. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldProblem(field, message)));
    }

    /** Fields that can never be valid. */
    public static Problem invalid(List<FieldProblem> errors) {
        FieldProblem first = errors.getFirst();
        String detail = first.field() + " " + first.message();
        return new Problem(ProblemKind.INVALID, ProblemKind.INVALID.name(), detail, errors, null);
    }

    /** The caller is nobody we know. */
    public static Problem unauthenticated(String detail) {
        return of(ProblemKind.UNAUTHENTICATED, detail);
    }

    /** The caller is known and may not. */
    public static Problem forbidden(String detail) {
        return of(ProblemKind.FORBIDDEN, detail);
    }

    /** There is nothing there, or nothing that the caller may see. */
    public static Problem notFound(String what) {
        return of(ProblemKind.NOT_FOUND, "There is no " + what + " of this id that you may see");
    }

    /** Something that is needed is away for the moment. */
    public static Problem unavailable(String detail, Duration retryAfter) {
        return unavailable(ProblemKind.UNAVAILABLE.name(), detail, retryAfter);
    }

    /** The same with a code of its own. */
    public static Problem unavailable(String code, String detail, Duration retryAfter) {
        return new Problem(ProblemKind.UNAVAILABLE, code, detail, List.of(), retryAfter);
    }

    /** The caller has asked too often, or for too much at once. */
    public static Problem tooMany(String code, String detail, Duration retryAfter) {
        return new Problem(ProblemKind.TOO_MANY_REQUESTS, code, detail, List.of(), retryAfter);
    }

    /** The code that programs read. */
    public String code() {
        return code;
    }

    /** What happened, and what to do about it. */
    public String detail() {
        return detail;
    }

    /** When to try again, if that helps. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The answer's body. */
    public ProblemBody body(@Nullable String requestId) {
        return new ProblemBody(
                "urn:skyholm:problem:" + code, kind.title(), kind.status(), code, detail, requestId, errors);
    }

    /** A refusal is no fault of the program: nobody needs to know where it was thrown. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
