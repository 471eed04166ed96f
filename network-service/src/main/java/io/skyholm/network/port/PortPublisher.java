package io.skyholm.network.port;

import io.skyholm.events.EventType;
import io.skyholm.events.network.PortFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Tells the world what a port is now. */
@Singleton
public class PortPublisher {

    private final Outbox outbox;

    PortPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Tells it with the groups that guard it. */
    public void publish(Work work, EventType<PortFact> type, Port port, List<UUID> groups) {
        outbox.publish(
                work,
                type,
                new PortFact(
                        port.id,
                        port.generation,
                        port.tenantId,
                        port.instanceId,
                        port.subnetId,
                        port.host(),
                        port.macAddress,
                        port.ordinal,
                        groups,
                        port.trafficAllowanceGb,
                        port.createdAt,
                        port.updatedAt,
                        port.deletedAt));
    }
}
