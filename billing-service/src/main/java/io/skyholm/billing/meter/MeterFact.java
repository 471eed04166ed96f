package io.skyholm.billing.meter;

import io.skyholm.events.compute.InstanceFact;
import java.time.Instant;
import java.util.UUID;

/** What a fact says of something that may have to be paid. */
record MeterFact(UUID resourceId, UUID tenantId, ResourceKind resourceType, String name, MeterState state) {

    /** An instance is paid while it runs; what hosts do not show to run is not. */
    static MeterFact of(InstanceFact instance) {
        boolean runs =
                switch (instance.status()) {
                    case RUNNING, STOPPING, RESTARTING, SUSPENDING -> true;
                    case CREATING, STARTING, STOPPED, SUSPENDED, ERROR, DELETING, DELETED -> false;
                };
        Instant at = instance.deletedAt() == null ? instance.updatedAt() : instance.deletedAt();
        return new MeterFact(
                instance.id(),
                instance.tenantId(),
                ResourceKind.INSTANCE,
                instance.name(),
                new MeterState(instance.generation(), at, runs ? instance.planId() : null));
    }
}
