package io.skyholm.network.networkingconfig;

import io.skyholm.events.EventType;
import io.skyholm.events.network.NetworkingConfigFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what a networking document is now. */
@Singleton
class NetworkingConfigPublisher {

    private final Outbox outbox;

    NetworkingConfigPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<NetworkingConfigFact> type, NetworkingConfig config) {
        outbox.publish(
                work,
                type,
                new NetworkingConfigFact(
                        config.id,
                        config.generation,
                        config.type,
                        config.config,
                        config.isActive,
                        config.createdAt,
                        config.updatedAt,
                        config.createdBy,
                        config.updatedBy,
                        config.deletedAt));
    }
}
