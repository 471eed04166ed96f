package io.skyholm.agent.export;

import io.skyholm.agent.act.CopySteps;
import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.act.ThingDriver;
import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The bytes of snapshots and disks that are left with the object store, as the host's pool has noted them. A snapshot is written by nobody, so its
 * disk may be used meanwhile; a disk itself is left by nobody's machine.
 *
 * @param copies how the bytes of disks are copied
 */
public record ExportDriver(DiskPool pool, DiskUse use, CopySteps copies) implements ThingDriver<DesiredExport> {

    private static final long GIB = 1L << 30;

    @Override
    public ThingKind kind() {
        return DesiredExport.KIND;
    }

    @Override
    public Class<DesiredExport> desired() {
        return DesiredExport.class;
    }

    @Override
    public Set<UUID> present() {
        return pool.exports().stream().map(Disk::id).collect(Collectors.toSet());
    }

    @Override
    public SeenThing look(UUID id) {
        return pool.export(id)
                .map(export -> export.whole() ? left(id) : SeenThing.in(ThingState.CHANGING))
                .orElse(SeenThing.ABSENT);
    }

    /** What it has left, so that the store can say whether it has the same. */
    private SeenThing left(UUID id) {
        return new SeenThing(
                ThingState.RUNNING,
                0,
                pool.differenceBytes(id),
                null,
                null,
                null,
                pool.exportedSha256(id).orElse(null));
    }

    @Override
    public Optional<Step> next(DesiredExport desired) {
        Optional<Disk> seen = pool.export(desired.id());
        if (!desired.present()) {
            return seen.map(export -> Step.of(() -> pool.forgetExport(export.id())));
        }
        return seen.filter(Disk::whole).isPresent() ? Optional.empty() : Optional.of(export(desired));
    }

    private Step export(DesiredExport desired) {
        UUID disk = desired.diskId();
        return disk == null
                ? exportSnapshot(desired, Objects.requireNonNull(desired.snapshotId(), "an export is of something"))
                : exportDisk(desired, disk);
    }

    private Step exportSnapshot(DesiredExport desired, UUID snapshot) {
        return copy(
                desired,
                pool.snapshot(snapshot),
                () -> pool.export(desired.id(), snapshot, desired.baseSnapshotId(), desired.objectId()));
    }

    /** Whoever writes to it meanwhile would leave some bytes of before and some of after. */
    private Step exportDisk(DesiredExport desired, UUID disk) {
        return copy(
                desired,
                pool.disk(disk),
                () -> use.whileUnwritten(disk, () -> pool.exportDisk(desired.id(), disk, desired.objectId())));
    }

    private Step copy(DesiredExport desired, Optional<Disk> of, Runnable work) {
        return copies.of(desired.tenantId(), of.map(Disk::sizeBytes).orElse(0L) / GIB, work);
    }
}
