package io.skyholm.network.port;

import io.quarkus.runtime.Startup;
import io.skyholm.events.EventType;
import io.skyholm.events.network.PortEvents;
import io.skyholm.events.network.PortFact;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Facts;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Tells the world what a port is now. */
@Startup
@Singleton
public class PortPublisher {

    private final Facts<Port, PortFact> facts;

    PortPublisher(Aggregates aggregates) {
        this.facts = aggregates.facts(Port.class, PortView.class, PortEvents.TYPES);
    }

    /** Tells it with the groups that guard it. */
    public void publish(Work work, EventType<PortFact> type, Port port, List<UUID> groups) {
        port.securityGroupIds = groups;
        facts.publish(work, type, port);
    }
}
