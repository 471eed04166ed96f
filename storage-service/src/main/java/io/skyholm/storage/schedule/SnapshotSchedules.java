package io.skyholm.storage.schedule;

import static io.skyholm.deletion.DeletionStage.RUNNING;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.SnapshotScheduleEvents;
import io.skyholm.events.storage.SnapshotScheduleFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.DiskBytes;
import io.skyholm.storage.disk.CopyableDisks;
import io.skyholm.storage.snapshot.ScheduledSnapshots;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What can be done with schedules of snapshots. */
@Startup
@ApplicationScoped
class SnapshotSchedules {

    /** Under which schedules are woken. */
    static final String KIND = ScheduledSnapshots.SCHEDULE;

    private static final Permission DELETE = new Permission(ResourceType.STORAGE, Action.DELETE);

    private final Commands commands;
    private final CopyableDisks disks;
    private final ReconcileQueue queue;
    private final Aggregate<SnapshotSchedule, SnapshotScheduleView, SnapshotScheduleFact> schedules;

    SnapshotSchedules(Commands commands, CopyableDisks disks, ReconcileQueue queue, Aggregates aggregates) {
        this.commands = commands;
        this.disks = disks;
        this.queue = queue;
        this.schedules = aggregates
                .of(
                        "snapshot schedule",
                        SnapshotSchedule.class,
                        SnapshotScheduleView.class,
                        SnapshotScheduleEvents.TYPES)
                .counted(CountedKind.SNAPSHOT_SCHEDULES);
    }

    Aggregate<SnapshotSchedule, SnapshotScheduleView, SnapshotScheduleFact> all() {
        return schedules;
    }

    Uni<SnapshotScheduleView> create(Call call, UUID disk, CreateSnapshotSchedule command) {
        DiskBytes.checkReadable(call, () -> Problem.notFound("disk"));
        return commands.changeOnce(
                call, new OfDisk(disk, command), SnapshotScheduleView.class, work -> disks.living(work, disk)
                        .map(found -> new SnapshotSchedule(found, command, schedules.created(call)))
                        .invoke(schedule -> wake(work, schedule))
                        .chain(schedule -> schedules.insert(work, SnapshotScheduleEvents.CREATED, schedule)));
    }

    /** Whoever has less kept has snapshots deleted. */
    Uni<SnapshotScheduleView> change(Call call, UUID id, ChangeSnapshotSchedule command) {
        if (command.changesRetention()) {
            call.caller().require(DELETE);
        }
        return commands.change(call, work -> schedules
                .locked(call, work, id)
                .invoke(schedule -> command.applyTo(schedule, work.now()))
                .invoke(schedule -> wake(work, schedule))
                .chain(schedule -> schedules.save(call, work, SnapshotScheduleEvents.CHANGED, schedule)));
    }

    /** What it had made stays. */
    Uni<SnapshotScheduleView> delete(Call call, UUID id) {
        return commands.change(call, work -> schedules
                .locked(call, work, id)
                .invoke(SnapshotSchedule::end)
                .chain(schedule -> schedules.delete(call, work, SnapshotScheduleEvents.DELETED, schedule)));
    }

    private void wake(Work work, SnapshotSchedule schedule) {
        queue.wake(work, KIND, schedule.id);
    }

    Uni<SnapshotScheduleView> get(Call call, UUID id) {
        return schedules.get(call, id);
    }

    Uni<Page<SnapshotScheduleView>> list(Call call, SnapshotScheduleFilter filter, ListPart page) {
        return schedules.list(call, filter, page);
    }

    /** They go with their tenant; since it is not ACTIVE, none makes a snapshot meanwhile. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.ofTenant(RUNNING, "schedules of snapshots", schedules, SnapshotScheduleEvents.DELETED)
                .changing(SnapshotSchedule::end);
    }

    /** Which disk it is belongs to what is asked for. */
    private record OfDisk(UUID disk, CreateSnapshotSchedule command) {}
}
