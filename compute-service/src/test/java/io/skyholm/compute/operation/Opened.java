package io.skyholm.compute.operation;

import io.skyholm.events.compute.OperationKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Operations that are going on, for tests without a database. */
public final class Opened {

    private Opened() {}

    /** One on an instance, with that long to go. */
    public static Operation on(UUID tenant, UUID instance, OperationKind kind, Instant now, Duration longest) {
        return new Operation(Begin.ofInstance(tenant, kind, instance, null), Map.of(), now, longest);
    }
}
