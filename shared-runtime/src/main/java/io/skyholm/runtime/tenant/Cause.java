package io.skyholm.runtime.tenant;

import io.skyholm.events.Actor;
import io.skyholm.events.EventHeaders;

/** Why a transaction happens: whose rows it concerns, who wanted it, and the story it belongs to. */
public record Cause(TenantScope scope, Actor actor, String correlationId) {

    /** What the platform does by itself. */
    public static Cause platform() {
        return new Cause(TenantScope.PLATFORM, Actor.PLATFORM, Ids.next().toString());
    }

    /** What follows from an event: its story goes on. */
    public static Cause following(EventHeaders event) {
        return new Cause(TenantScope.PLATFORM, event.actor(), event.correlationId());
    }
}
