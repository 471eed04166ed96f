package io.skyholm.runtime.tenant;

import io.skyholm.events.Actor;
import io.skyholm.events.EventHeaders;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a transaction happens: whose rows it concerns, who wanted it, and by what it is found with all else that came of the same request. */
public record Cause(TenantScope scope, Actor actor, String correlationId) {

    /** What the platform does by itself. */
    public static Cause platform() {
        return new Cause(TenantScope.PLATFORM, Actor.PLATFORM, Ids.next().toString());
    }

    /** What the platform does because its time has come: it belongs to no request, not even to the one that set the time. */
    public static Cause calendar() {
        return platform();
    }

    /** What the platform does for something that was asked for earlier. */
    public static Cause continuing(String correlationId) {
        return new Cause(TenantScope.PLATFORM, Actor.PLATFORM, correlationId);
    }

    /** What follows from an event. */
    public static Cause following(EventHeaders event) {
        return new Cause(TenantScope.PLATFORM, event.actor(), event.correlationId());
    }

    /** The user who caused it; nobody where the platform acts by itself. */
    public @Nullable UUID user() {
        String id = actor.id();
        return id == null ? null : UUID.fromString(id);
    }
}
