package io.skyholm.storage.check;

import io.quarkus.runtime.Startup;
import io.skyholm.events.EventType;
import io.skyholm.events.host.DesiredDiskCheck;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.storage.DiskCheckEvents;
import io.skyholm.events.storage.DiskCheckFact;
import io.skyholm.hosts.HostDesiredStates;
import io.skyholm.hosts.HostState;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Owner;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.disk.CopyableDisks;
import io.skyholm.storage.disk.CopyableDisks.CheckableDisk;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way of a check from when it is asked for to the proof that its host has nothing of it. */
@Startup
@Singleton
class DiskCheckLifecycle {

    /** Under which checks are woken. */
    static final String KIND = CopyableDisks.CHECK;

    private final Aggregate<DiskCheck, DiskCheckView, DiskCheckFact> checks;
    private final HostDesiredStates hosts;
    private final ReconcileQueue queue;
    private final StorageSettings settings;

    DiskCheckLifecycle(Aggregates aggregates, HostDesiredStates hosts, ReconcileQueue queue, StorageSettings settings) {
        this.checks = aggregates.of("disk_check", DiskCheck.class, DiskCheckView.class, DiskCheckEvents.TYPES);
        this.hosts = hosts;
        this.queue = queue;
        this.settings = settings;
    }

    Aggregate<DiskCheck, DiskCheckView, DiskCheckFact> all() {
        return checks;
    }

    /** The one before, if there was any, is forgotten with it. */
    Uni<DiskCheckView> begin(Work work, CheckableDisk disk, boolean repair) {
        Instant until = work.now().plus(settings.checkTimeout());
        return checks.locked(work, disk.id()).chain(found -> found.map(check -> beginAgain(work, check, disk, repair))
                .orElseGet(() -> beginFirst(work, disk, repair, until)));
    }

    private Uni<DiskCheckView> beginFirst(Work work, CheckableDisk disk, boolean repair, Instant until) {
        DiskCheck check = new DiskCheck(
                disk, repair, work.now(), until, checks.created(work.cause().user()));
        expect(work, check);
        return checks.insert(work, DiskCheckEvents.STARTED, check);
    }

    private Uni<DiskCheckView> beginAgain(Work work, DiskCheck check, CheckableDisk disk, boolean repair) {
        check.begin(disk, repair, work.now(), work.now().plus(settings.checkTimeout()));
        expect(work, check);
        return save(work, DiskCheckEvents.STARTED, check);
    }

    /** What it is to be has changed: its host will be told, and has so long for it before that is said. */
    private void expect(Work work, DiskCheck check) {
        Duration reading = settings.copyTimeoutPerGb().multipliedBy(check.isLeaving() ? 0 : check.sizeGb);
        check.progress.waitUntil(work.now().plus(settings.diskTimeout()).plus(reading));
        queue.wake(work, KIND, check.id);
    }

    /** Makes a move. */
    Uni<?> make(Work work, DiskCheck check, HostState host, DiskCheckMove move) {
        return switch (move.kind()) {
            case REST -> Uni.createFrom().voidItem();
            case TELL -> tell(work, check);
            case RESULT -> takeResult(work, check);
            case EXPLAIN -> explain(work, check, reason(move));
            case FAIL -> fail(work, check, reason(move));
            case CANCEL -> cancel(work, check, move.reason());
            case RELEASE -> release(work, check, host);
            case END -> end(work, check);
        };
    }

    private static String reason(DiskCheckMove move) {
        return Objects.requireNonNull(move.reason(), "who waits or fails says why");
    }

    /** Only the platform tells hosts. */
    private Uni<Void> tell(Work work, DiskCheck check) {
        hosts.tell(work, check.host(), check.tell());
        return work.update(check);
    }

    private Uni<DiskCheckView> takeResult(Work work, DiskCheck check) {
        boolean isFound = check.takeResult(work.now());
        expect(work, check);
        return save(work, isFound ? DiskCheckEvents.FINISHED : DiskCheckEvents.FAILED, check);
    }

    /** One that has ended is none the worse for what its host has left of it. */
    private Uni<?> explain(Work work, DiskCheck check, String reason) {
        if (check.isLeaving()) {
            check.progress.waitNoLonger();
            return work.update(check);
        }
        check.explain(reason);
        return save(work, DiskCheckEvents.CHANGED, check);
    }

    private Uni<DiskCheckView> fail(Work work, DiskCheck check, String reason) {
        check.fail(reason);
        expect(work, check);
        return save(work, DiskCheckEvents.FAILED, check);
    }

    Uni<DiskCheckView> cancel(Work work, DiskCheck check, @Nullable String reason) {
        check.cancel(reason);
        expect(work, check);
        return save(work, DiskCheckEvents.CANCELLED, check);
    }

    private Uni<Void> release(Work work, DiskCheck check, HostState host) {
        hosts.release(work, new ThingKey(DesiredDiskCheck.KIND, check.id), check.onHost, host);
        check.released();
        return work.update(check);
    }

    /** Its disk is no more. */
    private Uni<DiskCheckView> end(Work work, DiskCheck check) {
        check.revision.deleted(work.cause().user(), work.now());
        return checks.update(work, DiskCheckEvents.DELETED, check);
    }

    /** It goes with its disk to another tenant. */
    Uni<DiskCheckView> give(Work work, DiskCheck check, Owner to) {
        queue.wake(work, KIND, check.id);
        return checks.transfer(work, DiskCheckEvents.TRANSFERRED, check, given -> given.give(to));
    }

    private Uni<DiskCheckView> save(Work work, EventType<DiskCheckFact> type, DiskCheck check) {
        check.revision.changed(work.cause().user(), work.now());
        return checks.update(work, type, check);
    }
}
