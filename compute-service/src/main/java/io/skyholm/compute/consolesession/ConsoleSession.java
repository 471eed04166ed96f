package io.skyholm.compute.consolesession;

import io.skyholm.compute.console.ConsolePlace;
import io.skyholm.events.Actor;
import io.skyholm.events.compute.ConsoleSessionEnd;
import io.skyholm.events.compute.ConsoleSessionFact;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantScope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A console that somebody may open, has open, or had. */
record ConsoleSession(
        UUID id,
        long generation,
        UUID tenantId,
        UUID instanceId,
        UUID virtualMachineId,
        UUID computeMachineId,
        UUID openedBy,
        @Nullable UUID apiKeyId,
        String correlationId,
        ConsoleSessionStatus status,
        @Nullable String address,
        @Nullable String agent,
        @Nullable OffsetDateTime openedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable ConsoleSessionEnd endReason) {

    ConsolePlace place() {
        return new ConsolePlace(tenantId, instanceId, virtualMachineId, computeMachineId);
    }

    /** What is done with it is done by whoever opened it, from where they did. */
    Cause cause() {
        return cause(address, agent);
    }

    Cause cause(@Nullable String from, @Nullable String with) {
        return new Cause(TenantScope.PLATFORM, new Actor(openedBy.toString(), from, with), correlationId);
    }

    /** What is told of it; of one that was opened. */
    ConsoleSessionFact fact() {
        return new ConsoleSessionFact(
                id, generation, tenantId, instanceId, openedBy, address, opened(), instant(endedAt), endReason);
    }

    private Instant opened() {
        if (openedAt == null) {
            throw new IllegalStateException("console session " + id + " was never opened");
        }
        return openedAt.toInstant();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
