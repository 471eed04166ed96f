package io.skyholm.agent.export;

import io.skyholm.agent.act.CopySteps;
import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.act.ThingDriver;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The bytes of snapshots that are left with the object store, as the host's pool has noted them. A snapshot is written by nobody, so its disk may be
 * used meanwhile.
 *
 * @param copies how the bytes of disks are copied
 */
public record ExportDriver(DiskPool pool, CopySteps copies) implements ThingDriver<DesiredExport> {

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
                .map(export -> SeenThing.in(export.whole() ? ThingState.RUNNING : ThingState.CHANGING))
                .orElse(SeenThing.ABSENT);
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
        long sizeBytes =
                pool.snapshot(desired.snapshotId()).map(Disk::sizeBytes).orElse(0L);
        return copies.of(
                desired.tenantId(),
                sizeBytes / GIB,
                () -> pool.export(desired.id(), desired.snapshotId(), desired.objectId()));
    }
}
