package io.skyholm.compute.instanceset;

import io.skyholm.events.EventType;
import io.skyholm.events.compute.InstanceSetFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells the world what an instance set is now. */
@Singleton
class InstanceSetPublisher {

    private final Outbox outbox;

    InstanceSetPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<InstanceSetFact> type, InstanceSet set) {
        outbox.publish(
                work,
                type,
                new InstanceSetFact(
                        set.id,
                        set.generation,
                        set.tenantId,
                        set.ownerId,
                        set.name,
                        set.description,
                        set.userGroupId,
                        set.setType,
                        set.status,
                        List.of(set.tags),
                        set.createdAt,
                        set.updatedAt,
                        set.createdBy,
                        set.updatedBy,
                        set.deletedAt));
    }
}
