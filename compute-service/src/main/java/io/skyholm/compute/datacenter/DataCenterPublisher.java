package io.skyholm.compute.datacenter;

import io.skyholm.events.EventType;
import io.skyholm.events.compute.DataCenterFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what a data centre is now. */
@Singleton
class DataCenterPublisher {

    private final Outbox outbox;

    DataCenterPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<DataCenterFact> type, DataCenter place) {
        outbox.publish(
                work,
                type,
                new DataCenterFact(
                        place.id,
                        place.generation,
                        place.name,
                        place.location,
                        place.region,
                        place.status,
                        place.createdAt,
                        place.updatedAt,
                        place.createdBy,
                        place.updatedBy,
                        place.deletedAt));
    }
}
