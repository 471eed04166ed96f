package io.skyholm.runtime.call;

import io.skyholm.events.Actor;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.http.EntityTag;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantScope;
import java.util.UUID;

/** One request as the use cases see it: who, from where, under which conditions. */
public record Call(Caller caller, Origin origin, Conditions conditions) {

    /** What a transaction of this call is made for. */
    public Cause cause() {
        Actor actor = new Actor(caller.id().toString(), origin.address(), origin.agent());
        return new Cause(caller.scope(), actor, origin.correlationId());
    }

    /** What a transaction of this call is made for that concerns another tenant, too: it sees all of them, and decides what the caller may do. */
    public Cause causeAcrossTenants() {
        Cause own = cause();
        return new Cause(TenantScope.PLATFORM, own.actor(), own.correlationId());
    }

    /** Refuses a change of a version that the caller has not seen. */
    public void requireMatch(long generation) {
        String expected = conditions.ifMatch();
        if (expected != null && !EntityTag.matches(expected, generation)) {
            throw Problem.of(
                    ProblemKind.PRECONDITION_FAILED,
                    "It has changed since you read it and is now at " + EntityTag.of(generation) + "; read it again");
        }
    }

    /** Whether rows of that tenant are the caller's business. */
    public boolean sees(UUID tenantId) {
        return caller.ofPlatform() || caller.tenantId().equals(tenantId);
    }
}
