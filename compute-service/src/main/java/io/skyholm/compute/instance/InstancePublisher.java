package io.skyholm.compute.instance;

import io.skyholm.events.EventType;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what an instance is now. */
@Singleton
class InstancePublisher {

    private final Outbox outbox;

    InstancePublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<InstanceFact> type, Instance instance) {
        outbox.publish(
                work,
                type,
                new InstanceFact(
                        instance.id,
                        instance.generation,
                        instance.tenantId,
                        instance.userId,
                        instance.name,
                        instance.hostname,
                        instance.status,
                        instance.cpuCores,
                        instance.memoryGb,
                        instance.storageGb,
                        instance.gpuCount,
                        instance.planId,
                        instance.templateId,
                        instance.image,
                        instance.edgeDataCenterId,
                        instance.resourcePoolId,
                        instance.computeMachineId,
                        instance.virtualMachineId,
                        instance.networkWanted,
                        Texts.networks(instance.networks),
                        instance.createdAt,
                        instance.updatedAt,
                        instance.createdBy,
                        instance.updatedBy,
                        instance.deletedAt));
    }
}
