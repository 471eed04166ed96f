package io.skyholm.compute.pool;

import io.skyholm.events.EventType;
import io.skyholm.events.compute.PoolFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what a pool is now. */
@Singleton
class PoolPublisher {

    private final Outbox outbox;

    PoolPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<PoolFact> type, ResourcePool pool) {
        outbox.publish(
                work,
                type,
                new PoolFact(
                        pool.id,
                        pool.generation,
                        pool.name,
                        pool.description,
                        pool.edgeDataCenterId,
                        pool.schedulingPolicy,
                        pool.status,
                        pool.cpuOvercommit,
                        pool.memoryOvercommit,
                        pool.storageOvercommit,
                        pool.createdAt,
                        pool.updatedAt,
                        pool.createdBy,
                        pool.updatedBy,
                        pool.deletedAt));
    }
}
