package io.skyholm.network.place;

import io.skyholm.events.EventType;
import io.skyholm.events.network.PlaceFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what a place is now. */
@Singleton
class PlacePublisher {

    private final Outbox outbox;

    PlacePublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<PlaceFact> type, Place place) {
        outbox.publish(
                work,
                type,
                new PlaceFact(
                        place.id,
                        place.generation,
                        place.tenantId,
                        place.name,
                        place.description,
                        place.subnetId,
                        place.location,
                        place.status,
                        place.createdAt,
                        place.updatedAt,
                        place.createdBy,
                        place.updatedBy,
                        place.deletedAt));
    }
}
