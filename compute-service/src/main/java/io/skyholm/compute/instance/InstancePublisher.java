package io.skyholm.compute.instance;

import io.quarkus.runtime.Startup;
import io.skyholm.events.EventType;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Facts;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the world what an instance is now. */
@Startup
@Singleton
public class InstancePublisher {

    private final Facts<Instance, InstanceFact> facts;

    InstancePublisher(Aggregates aggregates) {
        this.facts = aggregates.facts(Instance.class, InstanceView.class, InstanceEvents.TYPES);
    }

    /**
     * It has changed, by that user or by the platform: that counts, and is told. A fact that counted no change would be dropped by
     * whoever knows the one before it.
     */
    public void changed(Work work, EventType<InstanceFact> type, Instance instance, @Nullable UUID by) {
        instance.changed(by, work.now());
        publish(work, type, instance);
    }

    /** As it is now: of one that was just created or deleted, whose row counts that itself. */
    public void publish(Work work, EventType<InstanceFact> type, Instance instance) {
        facts.publish(work, type, instance);
    }
}
