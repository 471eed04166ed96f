package io.skyholm.compute.instance;

import io.skyholm.compute.size.Size;
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
        Size size = instance.size();
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
                        size.cpuCores(),
                        size.memoryGb(),
                        size.storageGb(),
                        size.gpuCount(),
                        instance.planId,
                        instance.origin.templateId,
                        instance.origin.image,
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
