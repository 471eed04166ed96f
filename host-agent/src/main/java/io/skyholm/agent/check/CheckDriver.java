package io.skyholm.agent.check;

import io.skyholm.agent.act.CopySteps;
import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.act.ThingDriver;
import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.pool.CheckNote;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.events.host.DesiredDiskCheck;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Checks of disks, whose results the host's pool has noted. One that only reads keeps nobody from the disk, and one that repairs keeps everybody.
 *
 * @param copies how disks are read, which takes as long as if they were copied
 */
public record CheckDriver(DiskPool pool, DiskUse use, CopySteps copies) implements ThingDriver<DesiredDiskCheck> {

    private static final long GIB = 1L << 30;

    @Override
    public ThingKind kind() {
        return DesiredDiskCheck.KIND;
    }

    @Override
    public Class<DesiredDiskCheck> desired() {
        return DesiredDiskCheck.class;
    }

    @Override
    public Set<UUID> present() {
        return pool.checks();
    }

    @Override
    public SeenThing look(UUID disk) {
        return pool.check(disk)
                .map(note -> new SeenThing(ThingState.RUNNING, 0, note.run(), null, null, note.result()))
                .orElse(SeenThing.ABSENT);
    }

    @Override
    public Optional<Step> next(DesiredDiskCheck desired) {
        Optional<CheckNote> noted = pool.check(desired.id());
        if (!desired.present()) {
            return noted.map(note -> Step.of(() -> pool.forgetCheck(desired.id())));
        }
        boolean isDone = noted.filter(note -> note.run() == desired.run()).isPresent();
        return isDone ? Optional.empty() : Optional.of(step(desired));
    }

    private Step step(DesiredDiskCheck desired) {
        Runnable check = () -> pool.check(desired.id(), desired.sizeGb() * GIB, desired.repair(), desired.run());
        return copies.of(
                desired.tenantId(),
                desired.sizeGb(),
                desired.repair() ? () -> use.whileFree(desired.id(), check) : check);
    }
}
