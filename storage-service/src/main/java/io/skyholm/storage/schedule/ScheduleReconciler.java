package io.skyholm.storage.schedule;

import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.events.storage.SnapshotScheduleEvents;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.backup.ScheduledBackups;
import io.skyholm.storage.schedule.ScheduleMove.Standing;
import io.skyholm.storage.snapshot.ScheduledSnapshots;
import io.skyholm.storage.snapshot.ScheduledSnapshots.MadeFor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Has snapshots made when it is time, and those deleted that are not to be kept. A snapshot and the note that it was made are one
 * transaction: whoever is killed has made both or neither.
 */
@ApplicationScoped
class ScheduleReconciler implements Reconciler {

    private static final String STANDING = """
            select exists (select from disk where id = $1 and deleted_at is null and status <> 'DELETING') as has_disk,
                not exists (select from known_tenant where id = $2 and status <> 'ACTIVE')
                    and not exists (select from disk where id = $1 and deletable_at is not null) as may_work""";

    /** So many are deleted in one transaction; the others at the next look. */
    private static final int MOST_DELETED = 50;

    /** What forbade it may have ended by then: the disk is detached, or there is room. */
    private static final Next AGAIN = Next.in(Duration.ofMinutes(5));

    private final TenantTransaction transactions;
    private final SnapshotSchedules schedules;
    private final ScheduledSnapshots snapshots;
    private final ScheduledBackups backups;

    ScheduleReconciler(
            TenantTransaction transactions,
            SnapshotSchedules schedules,
            ScheduledSnapshots snapshots,
            ScheduledBackups backups) {
        this.transactions = transactions;
        this.schedules = schedules;
        this.snapshots = snapshots;
        this.backups = backups;
    }

    @Override
    public String kind() {
        return SnapshotSchedules.KIND;
    }

    @Override
    public String unrested() {
        return """
                select schedule.id from snapshot_schedule schedule
                where schedule.deleted_at is null and (schedule.is_enabled or not exists (
                    select from disk where disk.id = schedule.disk_id and disk.deleted_at is null))""";
    }

    /** What is deleted stays deleted where the pool or a quota has no room for the next. */
    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return looked(id, this::prune)
                .chain(() -> looked(id, this::run))
                .chain(next -> looked(id, this::backUp).replaceWith(next))
                .onFailure(Problem.class)
                .recoverWithUni(problem -> explain(id, problem));
    }

    private Uni<Next> looked(UUID id, BiFunction<Work, Looked, Uni<Next>> step) {
        return transactions.change(
                Cause.calendar(), work -> schedules.all().locked(work, id).chain(found -> found.filter(
                                schedule -> !schedule.revision.isDeleted())
                        .map(schedule -> work.one(Standing.class, STANDING, schedule.diskId, schedule.tenantId)
                                .map(standing -> new Looked(schedule, ScheduleMove.of(schedule, standing, work.now())))
                                .chain(looked -> step.apply(work, looked)))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    private Uni<Next> prune(Work work, Looked looked) {
        return switch (looked.move()) {
            case KEEP, RUN -> prune(work, looked.schedule()).replaceWith(Next.NOW);
            case END, REST, WAIT -> Uni.createFrom().item(Next.DONE);
        };
    }

    private Uni<?> prune(Work work, SnapshotSchedule schedule) {
        return snapshots
                .of(work, schedule.id)
                .map(all -> surplus(schedule, all.stream().map(Kept::of), work.now()))
                .chain(surplus -> unneeded(work, schedule, surplus))
                .chain(surplus -> Sequentially.of(surplus, snapshot -> snapshots.remove(work, snapshot)))
                .chain(() -> backups.of(work, schedule.id))
                .map(all -> surplus(schedule, all.stream().map(Kept::of), work.now()))
                .chain(surplus -> Sequentially.of(surplus, backup -> backups.remove(work, backup)));
    }

    /** The last that was backed up stays beside those that are to be kept: without it the next backup would have all bytes again. */
    private Uni<List<UUID>> unneeded(Work work, SnapshotSchedule schedule, List<UUID> surplus) {
        if (!schedule.backup || surplus.isEmpty()) {
            return Uni.createFrom().item(surplus);
        }
        return backups.neededNext(work, schedule.diskId).map(needed -> surplus.stream()
                .filter(snapshot -> needed.filter(snapshot::equals).isEmpty())
                .toList());
    }

    private static List<UUID> surplus(SnapshotSchedule schedule, Stream<Kept> newestFirst, Instant now) {
        return schedule.retention().surplus(newestFirst.toList(), now).stream()
                .limit(MOST_DELETED)
                .toList();
    }

    private Uni<Next> backUp(Work work, Looked looked) {
        return switch (looked.move()) {
            case KEEP, RUN -> backUp(work, looked.schedule()).replaceWith(Next.NOW);
            case END, REST, WAIT -> Uni.createFrom().item(Next.DONE);
        };
    }

    /** What could not be backed up before is, or has gone meanwhile. */
    private Uni<?> backUp(Work work, SnapshotSchedule schedule) {
        return snapshots
                .toBeBackedUp(work, schedule.id)
                .chain(due -> Sequentially.of(due, snapshot -> backUp(work, schedule, snapshot)))
                .chain(() -> recover(work, schedule));
    }

    private Uni<?> recover(Work work, SnapshotSchedule schedule) {
        if (!schedule.recovered(work.now())) {
            return Uni.createFrom().voidItem();
        }
        schedule.revision.changed(null, work.now());
        return schedules.all().update(work, SnapshotScheduleEvents.CHANGED, schedule);
    }

    /** The two are one transaction: of a snapshot that is to be backed up, one backup is made. */
    private Uni<?> backUp(Work work, SnapshotSchedule schedule, UUID snapshot) {
        return snapshots.backedUp(work, snapshot).chain(name -> name.<Uni<?>>map(
                        named -> backups.make(work, schedule.id, snapshot, named))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Next> run(Work work, Looked looked) {
        SnapshotSchedule schedule = looked.schedule();
        return switch (looked.move()) {
            case END -> end(work, schedule).replaceWith(Next.DONE);
            case REST -> Uni.createFrom().item(Next.DONE);
            case WAIT -> Uni.createFrom().item(Next.in(Next.LONGEST));
            case KEEP -> Uni.createFrom().item(next(schedule));
            case RUN -> take(work, schedule).map(done -> next(schedule));
        };
    }

    private Uni<?> end(Work work, SnapshotSchedule schedule) {
        schedule.end();
        schedule.revision.deleted(null, work.now());
        return schedules.all().update(work, SnapshotScheduleEvents.DELETED, schedule);
    }

    private Uni<?> take(Work work, SnapshotSchedule schedule) {
        return snapshots
                .of(work, schedule.id)
                .invoke(ScheduleReconciler::checkFinished)
                .chain(() -> snapshots.take(
                        work, new MadeFor(schedule.id, schedule.backup), schedule.diskId, schedule.nameOfNext()))
                .invoke(() -> schedule.ran(work.now()))
                .invoke(() -> schedule.revision.changed(null, work.now()))
                .chain(() -> schedules.all().update(work, SnapshotScheduleEvents.RAN, schedule));
    }

    /** A host that is slow or away would otherwise find a pile of them. */
    private static void checkFinished(List<ScheduledSnapshots.Kept> newestFirst) {
        boolean isWaiting = newestFirst.stream()
                .findFirst()
                .filter(kept -> kept.status() != DiskSnapshotStatus.AVAILABLE)
                .isPresent();
        if (isWaiting) {
            throw Problem.of(ProblemKind.CONFLICT, "The snapshot that it had made before is not AVAILABLE yet");
        }
    }

    private static Next next(SnapshotSchedule schedule) {
        return schedule.nextAt == null ? Next.DONE : Next.at(schedule.nextAt);
    }

    /** What was begun is undone already: only the reason is kept, and told when it is another. */
    private Uni<Next> explain(UUID id, Problem problem) {
        return looked(id, (work, looked) -> {
            SnapshotSchedule schedule = looked.schedule();
            if (!schedule.failed(problem.detail())) {
                return Uni.createFrom().item(AGAIN);
            }
            schedule.revision.changed(null, work.now());
            return schedules
                    .all()
                    .update(work, SnapshotScheduleEvents.FAILED, schedule)
                    .replaceWith(AGAIN);
        });
    }

    private record Looked(SnapshotSchedule schedule, ScheduleMove move) {}
}
