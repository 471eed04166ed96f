package io.skyholm.identity.deletion;

import io.skyholm.events.deletion.DataDeletionEvents;
import io.skyholm.events.deletion.DataDeletionFact;
import io.skyholm.events.deletion.DataDeletionStatus;
import io.skyholm.events.deletion.DataOwner;
import io.skyholm.events.deletion.HeldData;
import io.skyholm.runtime.testing.fixtures.Broker;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What compute tells of deletions, played by a test: in tests it is the only other service that takes part. */
public final class Compute {

    private static final String COMPUTE = "compute";

    private Compute() {}

    /** It still has instances of that tenant. */
    public static void holds(UUID tenant, int instances, String waitsFor) {
        HeldData held = new HeldData("instances", instances, 0, waitsFor);
        Broker.tell(DataDeletionEvents.progressed(COMPUTE), fact(tenant, 1, DataDeletionStatus.DELETING, held));
    }

    /** It has nothing more of that tenant. */
    public static void isDone(UUID tenant) {
        HeldData held = new HeldData("instances", 0, 2, null);
        Broker.tell(DataDeletionEvents.completed(COMPUTE), fact(tenant, 9, DataDeletionStatus.DELETED, held));
    }

    private static DataDeletionFact fact(UUID tenant, long generation, DataDeletionStatus status, HeldData held) {
        Instant now = Instant.now();
        return new DataDeletionFact(
                tenant,
                generation,
                tenant,
                DataOwner.TENANT,
                COMPUTE,
                status,
                List.of(held),
                now,
                now,
                status == DataDeletionStatus.DELETED ? now : null);
    }
}
