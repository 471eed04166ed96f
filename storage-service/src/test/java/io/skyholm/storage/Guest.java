package io.skyholm.storage;

import io.skyholm.events.EventJson;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.storage.BootDiskFact;
import io.skyholm.events.storage.BootDiskStatus;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        Guest guest = unheardOf(owner);
        guest.hasNoMachine();
        return guest;
    }

    /** One of that person of which nothing was told yet. */
    public static Guest unheardOf(Person owner) {
        return new Guest(UUID.randomUUID(), UUID.randomUUID(), owner.tenant(), owner.id(), new AtomicLong());
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

    /** It boots from that version on that host, with that much storage and after so many builds. */
    public void boots(Host host, UUID version, int storageGb, long builds) {
        tell(InstanceStatus.CREATING, host.id(), new Boot(version, true, true, storageGb, builds));
    }

    /** The same from a disk that is encrypted on its host. */
    public void bootsEncrypted(Host host, UUID version, int storageGb, long builds) {
        tell(InstanceStatus.CREATING, host.id(), new Boot(version, true, true, storageGb, builds, true));
    }

    /** Its virtual machine is gone, and its boot disk not wanted any more. */
    public void letsGo(Host host, UUID version, int storageGb, long builds) {
        tell(InstanceStatus.DELETING, host.id(), new Boot(version, false, true, storageGb, builds));
    }

    /** It has left its machine and has none, and is to boot from that version on the next. */
    public void leaves(UUID version, int storageGb, long builds) {
        tell(InstanceStatus.STOPPED, null, new Boot(version, true, true, storageGb, builds));
    }

    /** It is being deleted, boots from no version any more, and may have a boot disk from before: that alone is left to be read of it. */
    public void holdsABootDiskOfFormerly() {
        tell(InstanceStatus.DELETING, null, new Boot(null, false, true, 10, 2));
    }

    /** What compute was told last of its boot disk, once that is so. */
    public BootDiskFact hears(BootDiskStatus status) {
        return Eventually.found(
                        "the boot disk is " + status, this::bootDisk, fact -> fact.filter(it -> it.status() == status)
                                .isPresent())
                .orElseThrow();
    }

    private Optional<BootDiskFact> bootDisk() {
        return Told.of(id).stream()
                .map(event -> EventJson.read(String.valueOf(event.get("payload")), BootDiskFact.class))
                .reduce((older, newer) -> newer);
    }

    private record Boot(
            @Nullable UUID version, boolean isWanted, boolean isHeld, int storageGb, long builds, boolean isEncrypted) {

        Boot(@Nullable UUID version, boolean isWanted, boolean isHeld, int storageGb, long builds) {
            this(version, isWanted, isHeld, storageGb, builds, false);
        }

        static final Boot NONE = new Boot(null, false, false, 10, 1);
    }

    private void tell(InstanceStatus status, @Nullable UUID machine) {
        tell(status, machine, Boot.NONE);
    }

    private void tell(InstanceStatus status, @Nullable UUID machine, Boot boot) {
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
                        boot.storageGb(),
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
                        boot.version(),
                        boot.isEncrypted(),
                        boot.isWanted(),
                        boot.isHeld(),
                        boot.builds(),
                        now,
                        now,
                        null,
                        null,
                        status == InstanceStatus.DELETED ? now : null));
        Eventually.rows(1, "select count(*) from known_instance where id = ? and generation >= ?", id, next);
    }
}
