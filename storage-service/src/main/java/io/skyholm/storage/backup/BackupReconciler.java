package io.skyholm.storage.backup;

import io.skyholm.events.storage.BackupEvents;
import io.skyholm.events.storage.BackupStatus;
import io.skyholm.hosts.HostState;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.CalendarClock;
import io.skyholm.storage.exchange.HostExchange;
import io.skyholm.storage.host.HostedMove;
import io.skyholm.storage.object.ObjectStorageWorker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Brings a backup from the export on its host to bytes in the object store, and from there to nothing. What the store is asked for lies between
 * transactions, and may be repeated.
 */
@ApplicationScoped
class BackupReconciler implements Reconciler {

    private static final Duration SLICE = Duration.ofSeconds(5);

    /** The store may be there again by then. */
    private static final Next AGAIN = Next.in(Duration.ofSeconds(15));

    private static final Next SOON = Next.in(Duration.ofSeconds(2));

    private final BackupLife life;
    private final ObjectStorageWorker storage;
    private final HostExchange exchange;
    private final ObjectDigests digests;
    private final TenantTransaction transactions;
    private final CalendarClock clock;

    BackupReconciler(
            BackupLife life,
            ObjectStorageWorker storage,
            HostExchange exchange,
            ObjectDigests digests,
            TenantTransaction transactions,
            CalendarClock clock) {
        this.life = life;
        this.storage = storage;
        this.exchange = exchange;
        this.digests = digests;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return BackupLife.KIND;
    }

    @Override
    public String unrested() {
        return """
                select id from backup
                where status in ('CREATING', 'DELETING') or status = 'ERROR' and is_exported
                    or status = 'AVAILABLE' and not is_released
                union
                select kept.id from backup kept join known_machine machine on machine.id = kept.compute_machine_id
                where machine.status = 'DELETED' and not kept.is_released and kept.status <> 'ERROR'""";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return found(id, cause, this::look)
                .chain(left -> left.step == null ? Uni.createFrom().item(left.next) : take(left.step, cause));
    }

    private <T> Uni<T> found(UUID id, Cause cause, BiFunction<Work, Optional<Backup>, Uni<T>> step) {
        return transactions.change(cause, work -> life.all()
                .locked(work, id)
                .chain(found -> step.apply(work, found.filter(backup -> !backup.revision.isDeleted()))));
    }

    private Uni<Left> look(Work work, Optional<Backup> found) {
        return found.map(backup -> backup.isReleased ? rest(work, backup) : onHost(work, backup))
                .orElseGet(() -> Uni.createFrom().item(Left.DONE));
    }

    private Uni<Left> onHost(Work work, Backup backup) {
        if (backup.isExported && !backup.isLeaving()) {
            return Uni.createFrom().item(new Left(Next.NOW, backup));
        }
        return life.hostState(work, backup)
                .chain(host -> make(work, backup, host, HostedMove.of(backup, host, work.now())));
    }

    private Uni<Left> make(Work work, Backup backup, HostState host, HostedMove move) {
        return switch (move.kind()) {
            case REST -> Uni.createFrom().item(waiting(work, backup));
            case TELL -> life.tell(work, backup).map(told -> waiting(work, backup));
            case READY -> life.exported(work, backup).replaceWith(new Left(Next.NOW, backup));
            case FINISH -> life.released(work, backup, host).replaceWith(new Left(Next.NOW, null));
            case FAIL -> {
                backup.fail(Objects.requireNonNull(move.reason()));
                yield life.save(work, BackupEvents.FAILED, backup).map(saved -> waiting(work, backup));
            }
            case EXPLAIN -> explain(work, backup, Objects.requireNonNull(move.reason()));
        };
    }

    /** One that can be used is none the worse for what its host has left of the export. */
    private Uni<Left> explain(Work work, Backup backup, String reason) {
        if (backup.status == BackupStatus.AVAILABLE) {
            backup.waitUntil = null;
            return work.update(backup).map(updated -> waiting(work, backup));
        }
        backup.explain(reason);
        return life.save(work, BackupEvents.DELETING, backup).map(saved -> waiting(work, backup));
    }

    private static Left waiting(Work work, Backup backup) {
        Instant until = backup.waitUntil;
        return new Left(until == null ? Next.DONE : Next.at(until, work.now()), null);
    }

    /** Nothing of it is on a host. */
    private Uni<Left> rest(Work work, Backup backup) {
        if (backup.status != BackupStatus.DELETING) {
            return Uni.createFrom().item(Left.DONE);
        }
        return life.hasBytes(work, backup)
                .chain(isThere -> isThere
                        ? Uni.createFrom().item(new Left(SOON, null))
                        : life.finish(work, backup).replaceWith(Left.DONE));
    }

    /** The store takes what its host has left, and reads it once. */
    private Uni<Next> take(Backup backup, Cause cause) {
        return exchange.take(backup.objectId, backup.tenantId, backup.left())
                .chain(isThere -> isThere
                        ? read(backup, cause)
                        : Uni.createFrom().item(HostExchange.GO_ON))
                .onFailure(Problem.class)
                .recoverWithUni(problem -> away(backup, problem, cause));
    }

    private Uni<Next> read(Backup backup, Cause cause) {
        return digests.of(backup, clock.instant())
                .map(begun -> read(backup, begun, cause))
                .orElseGet(() -> Uni.createFrom().item(SOON));
    }

    private Uni<Next> read(Backup backup, ObjectDigest digest, Cause cause) {
        return storage.work(it -> digest.goOn(it, SLICE))
                .chain(sum -> sum.map(sha256 -> exchange.clear(backup.objectId).chain(() -> ready(backup, sha256, cause)))
                        .orElseGet(() -> Uni.createFrom().item(Next.NOW)));
    }

    private Uni<Next> ready(Backup backup, String sha256, Cause cause) {
        digests.end(backup);
        return found(backup.id, cause, (work, found) -> found.filter(still -> !still.isLeaving())
                        .map(still -> life.ready(work, still, sha256).replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .replaceWith(Next.NOW);
    }

    /** It is tried again, and the reason told when it is another. */
    private Uni<Next> away(Backup backup, Problem problem, Cause cause) {
        digests.end(backup);
        return found(backup.id, cause, (work, found) -> found.filter(still -> !still.isLeaving())
                        .filter(still -> !problem.detail().equals(still.statusReason))
                        .map(still -> {
                            still.fail(problem.detail());
                            return life.save(work, BackupEvents.FAILED, still).replaceWithVoid();
                        })
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .replaceWith(AGAIN);
    }

    /**
     * What is left to be done.
     *
     * @param step the backup whose bytes the store is to take now; null where nothing is to be done with the store
     */
    private record Left(Next next, @Nullable Backup step) {

        private static final Left DONE = new Left(Next.DONE, null);
    }
}
