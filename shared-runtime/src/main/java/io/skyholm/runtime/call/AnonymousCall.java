package io.skyholm.runtime.call;

import io.skyholm.events.Actor;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantScope;
import org.jspecify.annotations.Nullable;

/** One request of somebody who need not be known: from where, under which conditions. */
public record AnonymousCall(Origin origin, Conditions conditions) {

    /** What a transaction of this call is made for, as the user whom it concerns if it has been proved who that is. */
    public Cause cause(@Nullable String userId) {
        Actor actor = new Actor(userId, origin.address(), origin.agent());
        return new Cause(TenantScope.PLATFORM, actor, origin.correlationId());
    }
}
