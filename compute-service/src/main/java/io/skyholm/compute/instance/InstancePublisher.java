package io.skyholm.compute.instance;

import io.skyholm.compute.part.Part;
import io.skyholm.compute.size.Size;
import io.skyholm.events.EventType;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what an instance is now. */
@Singleton
public class InstancePublisher {

    private final Outbox outbox;

    InstancePublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** As it is now. */
    public void publish(Work work, EventType<InstanceFact> type, Instance instance) {
        Size size = instance.allocation.size();
        outbox.publish(
                work,
                type,
                new InstanceFact(
                        instance.id,
                        instance.generation,
                        instance.tenantId,
                        instance.userId,
                        instance.profile.name,
                        instance.profile.hostname,
                        instance.progress.status(),
                        size.cpuCores(),
                        size.memoryGb(),
                        size.storageGb(),
                        size.gpuCount(),
                        instance.planId,
                        instance.boot.templateId(),
                        instance.boot.image(),
                        instance.location.dataCenterId(),
                        instance.location.poolId(),
                        instance.location.machineId(),
                        instance.virtualMachineId,
                        instance.parts.wanted().contains(Part.NETWORK),
                        instance.networks,
                        instance.createdAt,
                        instance.updatedAt,
                        instance.createdBy,
                        instance.updatedBy,
                        instance.retention.deletedAt()));
    }
}
