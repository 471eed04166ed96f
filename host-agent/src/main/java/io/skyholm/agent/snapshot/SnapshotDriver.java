package io.skyholm.agent.snapshot;

import io.skyholm.agent.act.CopySteps;
import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.act.ThingDriver;
import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Snapshots of disks, as the host's pool has them. Of a disk that a machine may write to one is made only where that is asked for and the pool keeps
 * the bytes of one moment: elsewhere it would hold some bytes of before and some of after.
 *
 * @param copies how the bytes of disks are copied
 */
public record SnapshotDriver(DiskPool pool, DiskUse use, CopySteps copies) implements ThingDriver<DesiredSnapshot> {

    private static final long GIB = 1L << 30;

    @Override
    public ThingKind kind() {
        return DesiredSnapshot.KIND;
    }

    @Override
    public Class<DesiredSnapshot> desired() {
        return DesiredSnapshot.class;
    }

    @Override
    public Set<UUID> present() {
        return pool.snapshots().stream().map(Disk::id).collect(Collectors.toSet());
    }

    @Override
    public SeenThing look(UUID id) {
        return pool.snapshot(id)
                .map(snapshot -> SeenThing.in(snapshot.whole() ? ThingState.RUNNING : ThingState.CHANGING))
                .orElse(SeenThing.ABSENT);
    }

    @Override
    public Optional<Step> next(DesiredSnapshot desired) {
        Optional<Disk> seen = pool.snapshot(desired.id());
        if (!desired.present()) {
            return seen.map(snapshot -> removal(desired, snapshot));
        }
        return seen.filter(Disk::whole).isPresent() ? Optional.empty() : Optional.of(copy(desired));
    }

    private Step copy(DesiredSnapshot desired) {
        long sizeBytes = pool.disk(desired.diskId()).map(Disk::sizeBytes).orElse(0L);
        return copies.of(desired.tenantId(), sizeBytes / GIB, () -> take(desired));
    }

    /** Where disks share the bytes of a snapshot, each gets those of its own before it goes. */
    private Step removal(DesiredSnapshot desired, Disk snapshot) {
        Runnable removing = () -> pool.removeSnapshot(snapshot.id());
        int sharers = pool.sharers(snapshot.id());
        return sharers == 0
                ? Step.of(removing)
                : copies.of(desired.tenantId(), snapshot.sizeBytes() / GIB * sharers, removing);
    }

    private void take(DesiredSnapshot desired) {
        if (desired.made()) {
            throw new HypervisorProblem("The snapshot was here and is not here any more");
        }
        Runnable taking = () -> pool.takeSnapshot(desired.id(), desired.diskId());
        if (Boolean.TRUE.equals(desired.isWritten()) && pool.keepsMoments()) {
            use.whileThere(desired.diskId(), taking);
        } else {
            use.whileUnwritten(desired.diskId(), taking);
        }
    }
}
