package io.skyholm.runtime.call;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.skyholm.events.access.Permission;
import io.skyholm.events.audit.CallFact;
import io.skyholm.events.audit.CallGrant;
import io.skyholm.events.audit.CallOutcome;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.tenant.Ids;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What becomes known of a call that audit is told of, from its first byte to its end. */
final class CallRecord {

    private static final Pattern ID = Pattern.compile("/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?=/|$)");
    private static final int LONGEST_PATH = 300;
    private static final int FIRST_REFUSAL = 400;

    private final UUID id = Ids.next();
    private final Instant began;
    private final long beganNanos = System.nanoTime();
    private final String method;
    private final String path;
    private final boolean dryRun;
    private final Origin origin;
    private @Nullable Caller caller;
    private @Nullable Permission permission;
    private boolean letIn;

    CallRecord(HttpServerRequest request, Origin origin, Instant now) {
        this.method = request.method().name();
        this.path = cut(request.path());
        this.dryRun = RequestConditions.asksForDryRun(request.getParam(RequestConditions.DRY_RUN));
        this.origin = origin;
        this.began = now;
    }

    void by(Caller caller) {
        this.caller = caller;
    }

    void needs(@Nullable Permission permission) {
        this.permission = permission;
    }

    void letIn() {
        letIn = true;
    }

    /** Whether it was to be carried out, and so its intent is written down. */
    boolean wasLetIn() {
        return letIn;
    }

    /** The call as it is before it has ended. */
    CallFact begun() {
        return fact(CallOutcome.UNKNOWN, null, null, null);
    }

    /** The call after its answer. */
    CallFact ended(int status, @Nullable String problem) {
        CallOutcome outcome = status < FIRST_REFUSAL ? CallOutcome.SUCCESS : CallOutcome.FAILURE;
        return fact(outcome, status, problem, NANOSECONDS.toMillis(System.nanoTime() - beganNanos));
    }

    private CallFact fact(
            CallOutcome outcome, @Nullable Integer status, @Nullable String problem, @Nullable Long durationMs) {
        return new CallFact(
                id,
                1,
                caller == null ? null : caller.tenantId(),
                caller == null ? null : caller.id(),
                caller == null ? null : caller.credential().toString(),
                method,
                path,
                permission,
                resourceId(),
                dryRun,
                outcome,
                status,
                problem,
                origin.requestId(),
                origin.correlationId(),
                origin.address(),
                origin.agent(),
                began,
                durationMs,
                grant(caller));
    }

    private static @Nullable CallGrant grant(@Nullable Caller caller) {
        return caller == null || caller.grant() == null
                ? null
                : new CallGrant(
                        caller.grant().id(), caller.username(), caller.grant().reason());
    }

    private @Nullable UUID resourceId() {
        Matcher matcher = ID.matcher(path);
        return matcher.find() ? UUID.fromString(matcher.group(1)) : null;
    }

    private static String cut(String path) {
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
    }
}
