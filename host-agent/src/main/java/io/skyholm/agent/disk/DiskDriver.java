package io.skyholm.agent.disk;

import io.skyholm.agent.act.Copy;
import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.act.ThingDriver;
import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Disks, as the host's pool has them. One that a machine has is not removed.
 *
 * @param smallCopyGb how large a disk is at most whose image is copied soon
 */
public record DiskDriver(DiskPool pool, DiskUse use, int smallCopyGb) implements ThingDriver<DesiredDisk> {

    private static final long GIB = 1L << 30;
    private static final int SECONDS_PER_GIB = 30;

    @Override
    public ThingKind kind() {
        return DesiredDisk.KIND;
    }

    @Override
    public Class<DesiredDisk> desired() {
        return DesiredDisk.class;
    }

    @Override
    public Set<UUID> present() {
        return pool.disks().stream().map(Disk::id).collect(Collectors.toSet());
    }

    @Override
    public SeenThing look(UUID id) {
        return pool.disk(id)
                .map(disk -> SeenThing.in(disk.whole() ? ThingState.RUNNING : ThingState.CHANGING))
                .orElse(SeenThing.ABSENT);
    }

    @Override
    public Optional<Step> next(DesiredDisk desired) {
        Optional<Disk> seen = pool.disk(desired.id());
        if (!desired.present()) {
            return seen.map(disk -> Step.of(() -> use.remove(disk.id())));
        }
        return seen.filter(Disk::whole)
                .map(disk -> towardsSize(desired, disk))
                .orElseGet(() -> Optional.of(creation(desired)));
    }

    private Optional<Step> towardsSize(DesiredDisk desired, Disk disk) {
        long size = desired.sizeGb() * GIB;
        return disk.sizeBytes() >= size ? Optional.empty() : Optional.of(Step.of(() -> pool.grow(disk.id(), size)));
    }

    private void create(DesiredDisk desired) {
        if (desired.made()) {
            throw new HypervisorProblem("The disk was here and is not here any more");
        }
        pool.create(desired.id(), desired.sizeGb() * GIB, desired.source());
    }

    /** Copying an image takes as long as it is large. */
    private Step creation(DesiredDisk desired) {
        return desired.source() == null
                ? Step.of(() -> create(desired))
                : Step.copy(
                        Duration.ofSeconds((long) desired.sizeGb() * SECONDS_PER_GIB),
                        Copy.of(desired.tenantId(), desired.sizeGb() <= smallCopyGb),
                        () -> create(desired));
    }
}
