package io.skyholm.compute.lifecycle;

import io.skyholm.events.operation.OperationKind;
import io.skyholm.operations.NewOperation;
import io.skyholm.operations.Operation;
import io.skyholm.runtime.aggregate.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Operations that are going on, for tests without a database. */
final class Opened {

    private Opened() {}

    /** One on an instance, with that long to go. */
    static Operation on(UUID tenant, UUID instance, OperationKind kind, Instant now, Duration longest) {
        NewOperation begin = NewOperation.ofInstance(tenant, kind, instance, null);
        return new Operation(UUID.randomUUID(), begin, Map.of(), longest, Revision.first(null, now));
    }
}
