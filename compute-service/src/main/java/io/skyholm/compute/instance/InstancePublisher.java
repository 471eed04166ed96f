package io.skyholm.compute.instance;

import io.quarkus.runtime.Startup;
import io.skyholm.events.EventType;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Facts;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what an instance is now. */
@Startup
@Singleton
public class InstancePublisher {

    private final Facts<Instance, InstanceFact> facts;

    InstancePublisher(Aggregates aggregates) {
        this.facts = aggregates.facts(Instance.class, InstanceView.class, InstanceEvents.TYPES);
    }

    /** As it is now. */
    public void publish(Work work, EventType<InstanceFact> type, Instance instance) {
        facts.publish(work, type, instance);
    }
}
