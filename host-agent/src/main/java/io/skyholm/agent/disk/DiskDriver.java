package io.skyholm.agent.disk;

import io.skyholm.agent.act.CopySteps;
import io.skyholm.agent.act.SecretOpener;
import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.act.ThingDriver;
import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DiskEncryption;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Disks, as the host's pool has them. One that a machine has is neither removed nor rolled back.
 *
 * @param copies how bytes of images and snapshots are copied
 * @param secrets opens the keys of those that are encrypted
 */
public record DiskDriver(DiskPool pool, DiskUse use, CopySteps copies, SecretOpener secrets)
        implements ThingDriver<DesiredDisk> {

    private static final long GIB = 1L << 30;

    @Override
    public ThingKind kind() {
        return DesiredDisk.KIND;
    }

    @Override
    public Class<DesiredDisk> desired() {
        return DesiredDisk.class;
    }

    /** The keys are kept apart from what is desired, which is shown where something fails. */
    @Override
    public DesiredDisk read(String text) {
        DesiredDisk desired = EventJson.read(text, DesiredDisk.class);
        DiskEncryption encryption = desired.encryption();
        use.keyring().put(desired.id(), encryption == null ? null : keys(desired, encryption));
        return desired;
    }

    private DiskKeys keys(DesiredDisk desired, DiskEncryption encryption) {
        String opened = secrets.open(desired, encryption.sealedKeys());
        DiskEncryption.Keys keys = EventJson.read(opened, DiskEncryption.Keys.class);
        return new DiskKeys(encryption.keyVersion(), keys.current(), keys.former());
    }

    @Override
    public Set<UUID> present() {
        return pool.disks().stream().map(Disk::id).collect(Collectors.toSet());
    }

    @Override
    public SeenThing look(UUID id) {
        return pool.located(id).map(DiskDriver::seen).orElse(SeenThing.ABSENT);
    }

    private static SeenThing seen(DiskPool.Located located) {
        Disk disk = located.disk();
        return new SeenThing(
                disk.whole() ? ThingState.RUNNING : ThingState.CHANGING,
                Objects.requireNonNullElse(disk.keyVersion(), 0),
                disk.restoredAt(),
                null,
                located.image());
    }

    @Override
    public Optional<Step> next(DesiredDisk desired) {
        Optional<Disk> seen = pool.disk(desired.id());
        if (!desired.present()) {
            return seen.map(disk -> Step.of(() -> use.remove(disk.id())));
        }
        if (isToBeRestored(desired, seen)) {
            return Optional.of(copy(desired, () -> restore(desired)));
        }
        return seen.filter(Disk::whole)
                .map(disk -> towardsSize(desired, disk).or(() -> towardsKey(desired, disk)))
                .orElseGet(() -> Optional.of(creation(desired)));
    }

    /** A rollback that is called off ends at once, too. */
    @Override
    public boolean interrupts(DesiredDisk desired) {
        boolean isCalledOff = desired.made() && desired.snapshotId() == null;
        return !desired.present() || isCalledOff;
    }

    private Optional<Step> towardsSize(DesiredDisk desired, Disk disk) {
        long size = desired.sizeGb() * GIB;
        return disk.sizeBytes() >= size ? Optional.empty() : Optional.of(Step.of(() -> pool.grow(disk.id(), size)));
    }

    private Optional<Step> towardsKey(DesiredDisk desired, Disk disk) {
        DiskEncryption encryption = desired.encryption();
        if (encryption == null) {
            return disk.isEncrypted() ? refusal("The disk is encrypted, and no key was told") : Optional.empty();
        }
        if (!disk.isEncrypted()) {
            return refusal("The disk is not encrypted, and is to be");
        }
        boolean isDone = Objects.equals(disk.keyVersion(), encryption.keyVersion());
        return isDone ? Optional.empty() : Optional.of(Step.of(() -> use.changeKey(disk.id())));
    }

    private static Optional<Step> refusal(String sentence) {
        return Optional.of(Step.of(() -> {
            throw HypervisorProblem.forGood(sentence);
        }));
    }

    private void create(DesiredDisk desired) {
        if (desired.made()) {
            throw new HypervisorProblem("The disk was here and is not here any more");
        }
        DiskKeys keys = desired.encryption() == null ? null : use.keyring().of(desired.id());
        if (desired.snapshotId() == null) {
            pool.create(desired.id(), desired.sizeGb() * GIB, desired.source(), keys);
        } else {
            pool.createFrom(desired.snapshotId(), desired.id(), desired.sizeGb() * GIB, keys);
        }
    }

    private Step creation(DesiredDisk desired) {
        boolean isEmpty = desired.source() == null && desired.snapshotId() == null;
        return isEmpty ? Step.of(() -> create(desired)) : copy(desired, () -> create(desired));
    }

    /** A disk that was lost can be had again from a snapshot. */
    private static boolean isToBeRestored(DesiredDisk desired, Optional<Disk> seen) {
        return desired.made()
                && desired.snapshotId() != null
                && seen.map(Disk::restoredAt).orElse(0L) < desired.generation();
    }

    private void restore(DesiredDisk desired) {
        UUID snapshot = Objects.requireNonNull(desired.snapshotId(), "it is restored from one");
        use.whileFree(
                desired.id(),
                () -> pool.restoreFrom(snapshot, desired.id(), desired.sizeGb() * GIB, desired.generation()));
    }

    private Step copy(DesiredDisk desired, Runnable work) {
        return copies.of(desired.tenantId(), desired.sizeGb(), work);
    }
}
