package io.skyholm.storage;

import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An instance as compute would tell of it, played by a test. */
public record Guest(UUID id, UUID virtualMachine, UUID tenant, UUID user, AtomicLong generation) {

    /** One of that person on that host. */
    public static Guest on(Host host, Person owner) {
        Guest guest = without(owner);
        guest.isOn(host);
        return guest;
    }

    /** One of that person that has no machine yet. */
    public static Guest without(Person owner) {
        Guest guest = new Guest(UUID.randomUUID(), UUID.randomUUID(), owner.tenant(), owner.id(), new AtomicLong());
        guest.hasNoMachine();
        return guest;
    }

    /** It is on that host from now on. */
    public void isOn(Host host) {
        tell(InstanceStatus.RUNNING, host.id());
    }

    /** It is on no machine. */
    public void hasNoMachine() {
        tell(InstanceStatus.CREATING, null);
    }

    /** It is no more. */
    public void isDeleted() {
        tell(InstanceStatus.DELETED, null);
    }

    private void tell(InstanceStatus status, @Nullable UUID machine) {
        long next = generation.incrementAndGet();
        Instant now = Instant.now();
        Broker.tell(
                InstanceEvents.CHANGED,
                new InstanceFact(
                        id,
                        next,
                        tenant,
                        user,
                        "web",
                        null,
                        status,
                        1,
                        1,
                        10,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        machine,
                        virtualMachine,
                        machine != null,
                        List.of(),
                        null,
                        now,
                        now,
                        null,
                        null,
                        status == InstanceStatus.DELETED ? now : null));
        Eventually.rows(1, "select count(*) from known_instance where id = ? and generation >= ?", id, next);
    }
}
