package io.skyholm.network.pool;

import io.skyholm.events.EventType;
import io.skyholm.events.network.AddressPoolFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what an address pool is now. */
@Singleton
class PoolPublisher {

    private final Outbox outbox;

    PoolPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<AddressPoolFact> type, IpPool pool) {
        outbox.publish(
                work,
                type,
                new AddressPoolFact(
                        pool.id,
                        pool.generation,
                        pool.tenantId,
                        pool.name,
                        pool.description,
                        pool.edgeDataCenterId,
                        pool.subnetId,
                        pool.ipPoolConfig,
                        pool.status,
                        pool.createdAt,
                        pool.updatedAt,
                        pool.createdBy,
                        pool.updatedBy,
                        pool.deletedAt));
    }
}
