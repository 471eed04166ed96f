package io.skyholm.compute.machine;

import io.skyholm.events.EventType;
import io.skyholm.events.compute.MachineFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what a machine is now. */
@Singleton
class MachinePublisher {

    private final Outbox outbox;

    MachinePublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<MachineFact> type, Machine machine) {
        outbox.publish(
                work,
                type,
                new MachineFact(
                        machine.id,
                        machine.generation,
                        machine.edgeDataCenterId,
                        machine.resourcePoolId,
                        machine.hostname,
                        machine.name,
                        machine.status,
                        machine.agentPublicKey,
                        machine.fencedAt,
                        machine.createdAt,
                        machine.updatedAt,
                        machine.createdBy,
                        machine.updatedBy,
                        machine.deletedAt));
    }
}
