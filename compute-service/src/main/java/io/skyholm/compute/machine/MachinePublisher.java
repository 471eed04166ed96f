package io.skyholm.compute.machine;

import io.quarkus.runtime.Startup;
import io.skyholm.events.EventType;
import io.skyholm.events.compute.MachineEvents;
import io.skyholm.events.compute.MachineFact;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Facts;
import io.skyholm.runtime.tenant.Each;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Tells what a machine is now: the world by an event, and the rooms of this service in the same transaction. */
@Startup
@Singleton
class MachinePublisher {

    private final Facts<Machine, MachineFact> facts;
    private final Instance<MachineFollower> followers;

    MachinePublisher(Aggregates aggregates, Instance<MachineFollower> followers) {
        this.facts = aggregates.facts(Machine.class, MachineView.class, MachineEvents.TYPES);
        this.followers = followers;
    }

    Uni<Void> publish(Work work, EventType<MachineFact> type, Machine machine) {
        MachineFact fact = facts.publish(work, type, machine);
        return Each.of(followers.stream().toList(), follower -> follower.changed(work, fact))
                .replaceWithVoid();
    }
}
