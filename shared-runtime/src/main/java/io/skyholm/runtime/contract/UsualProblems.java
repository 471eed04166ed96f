package io.skyholm.runtime.contract;

import static io.skyholm.runtime.problem.ProblemKind.FORBIDDEN;
import static io.skyholm.runtime.problem.ProblemKind.INVALID;
import static io.skyholm.runtime.problem.ProblemKind.MALFORMED;
import static io.skyholm.runtime.problem.ProblemKind.NOT_ACCEPTABLE;
import static io.skyholm.runtime.problem.ProblemKind.NOT_FOUND;
import static io.skyholm.runtime.problem.ProblemKind.PRECONDITION_FAILED;
import static io.skyholm.runtime.problem.ProblemKind.TOO_LARGE;
import static io.skyholm.runtime.problem.ProblemKind.TOO_MANY_REQUESTS;
import static io.skyholm.runtime.problem.ProblemKind.UNAUTHENTICATED;
import static io.skyholm.runtime.problem.ProblemKind.UNAVAILABLE;
import static io.skyholm.runtime.problem.ProblemKind.UNSUPPORTED_MEDIA_TYPE;

import io.skyholm.runtime.problem.ProblemKind;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** The problems with which an operation refuses: those that follow from its shape, and those that {@link Refuses} adds. */
final class UsualProblems {

    private static final Map<String, ProblemKind> DECLARED = Map.of(
            "forbidden", FORBIDDEN,
            "notFound", NOT_FOUND,
            "conflict", ProblemKind.CONFLICT,
            "precondition", PRECONDITION_FAILED,
            "range", ProblemKind.RANGE_NOT_SATISFIABLE,
            "checksum", ProblemKind.CHECKSUM_MISMATCH,
            "invalid", INVALID,
            "tooManyRequests", TOO_MANY_REQUESTS,
            "unavailable", UNAVAILABLE,
            "shortOf", ProblemKind.SHORT_OF);

    private final SortedMap<ProblemKind, SortedSet<String>> codes = new TreeMap<>();

    private UsualProblems() {}

    /** The codes of each kind, in an order that never changes. */
    static SortedMap<ProblemKind, SortedSet<String>> of(ResourceMethod method, Operation operation) {
        UsualProblems problems = new UsualProblems();
        problems.ofEverything(method);
        problems.ofCallers(method);
        problems.ofShape(method, operation);
        problems.ofStreams(method);
        method.annotation(Refuses.class)
                .ifPresent(refuses -> DECLARED.forEach((name, kind) -> Stream.ofNullable(refuses.value(name))
                        .forEach(value -> problems.add(kind, value.asStringArray()))));
        return problems.codes;
    }

    private void ofEverything(ResourceMethod method) {
        add(NOT_ACCEPTABLE);
        add(INVALID);
        add(TOO_MANY_REQUESTS);
        add(TOO_MANY_REQUESTS, "TOO_MANY_OPEN");
        add(UNAVAILABLE);
        if (method.repeatable()) {
            add(INVALID, "IDEMPOTENCY_KEY_REUSED");
        }
    }

    private void ofCallers(ResourceMethod method) {
        if (method.open()) {
            return;
        }
        add(UNAUTHENTICATED, UNAUTHENTICATED.name(), "SECOND_FACTOR_REQUIRED");
        add(FORBIDDEN, "ACCESS_GRANT_NOT_VALID", "TENANT_CLOSED");
        if (!method.opensByGrant()) {
            add(FORBIDDEN, "NOT_UNDER_ACCESS_GRANT");
        }
        if (!method.authenticated()) {
            add(FORBIDDEN);
        }
        if (method.changes()) {
            add(FORBIDDEN, "TENANT_SUSPENDED");
        }
    }

    private void ofShape(ResourceMethod method, Operation operation) {
        if (operation.getRequestBody() != null) {
            if (!isBytes(operation.getRequestBody())) {
                add(MALFORMED);
            }
            add(TOO_LARGE);
            add(UNSUPPORTED_MEDIA_TYPE);
        }
        boolean findsById = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH);
        if (findsById) {
            add(NOT_FOUND);
        }
        if (method.checksVersion()) {
            add(PRECONDITION_FAILED);
        }
    }

    /** A stream reads for as long as it is open: a suspended tenant has none, and none has too many. */
    private void ofStreams(ResourceMethod method) {
        if (method.streams()) {
            add(FORBIDDEN, "TENANT_SUSPENDED");
            add(TOO_MANY_REQUESTS, "TOO_MANY_STREAMS");
        }
    }

    /** Whatever bytes there are, they can be read. */
    private static boolean isBytes(RequestBody body) {
        return body.getContent() != null && body.getContent().hasMediaType("application/offset+octet-stream");
    }

    private void add(ProblemKind kind) {
        add(kind, kind.name());
    }

    private void add(ProblemKind kind, String... more) {
        Collections.addAll(codes.computeIfAbsent(kind, first -> new TreeSet<>()), more);
    }
}
