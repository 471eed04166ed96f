package io.skyholm.storage.backup;

import io.skyholm.events.difference.MalformedDifferenceException;
import io.skyholm.events.storage.BackupStatus;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.CalendarClock;
import io.skyholm.storage.exchange.HostExchange;
import io.skyholm.storage.host.HostedMove;
import io.skyholm.storage.object.ObjectChain;
import io.skyholm.storage.object.ObjectStorage;
import io.skyholm.storage.object.ObjectStorageWorker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
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

    /** What the store has is not what it was given, and will hardly be read otherwise. */
    private static final Next LATER = Next.in(Duration.ofHours(1));

    private static final String OTHER_BYTES =
            "The object store has other bytes than the host has left there; make another backup";

    private static final Next SOON = Next.in(Duration.ofSeconds(2));

    private final BackupLifecycle life;
    private final ObjectStorageWorker storage;
    private final HostExchange exchange;
    private final ObjectDigests digests;
    private final TenantTransaction transactions;
    private final CalendarClock clock;

    BackupReconciler(
            BackupLifecycle life,
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
        return BackupLifecycle.KIND;
    }

    /** What others stand on rests until the last of them is gone, which wakes it. */
    @Override
    public String unrested() {
        return """
                select id from backup
                where status = 'CREATING' or status = 'ERROR' and is_exported or status = 'AVAILABLE' and not is_released
                    or status = 'DELETING' and not (kept_for_others and is_released and exists (
                        select from backup standing where standing.base_backup_id = backup.id and standing.deleted_at is null))
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
        return life.hostState(work, backup).chain(host -> {
            HostedMove move = HostedMove.of(backup, host, work.now());
            return life.make(work, backup, host, move).map(made -> after(move, backup));
        });
    }

    private static Left after(HostedMove move, Backup backup) {
        return switch (move.kind()) {
            case READY -> new Left(Next.NOW, backup);
            case FINISH -> new Left(Next.NOW, null);
            case REST, TELL, FAIL, EXPLAIN -> new Left(backup.next(), null);
        };
    }

    /** Nothing of it is on a host. */
    private Uni<Left> rest(Work work, Backup backup) {
        if (backup.status != BackupStatus.DELETING) {
            return Uni.createFrom().item(Left.DONE);
        }
        if (backup.keptForOthers) {
            return life.letGo(work, backup).replaceWith(() -> backup.keptForOthers ? Left.DONE : new Left(SOON, null));
        }
        return life.hasBytes(work, backup)
                .chain(isThere -> isThere
                        ? Uni.createFrom().item(new Left(SOON, null))
                        : life.end(work, backup).replaceWith(Left.DONE));
    }

    /** The store takes what its host has left, and reads once all that it makes with what it stands on. */
    private Uni<Next> take(Backup backup, Cause cause) {
        return exchange.take(backup.objectId, backup.tenantId, backup.left())
                .chain(isThere ->
                        isThere ? read(backup, cause) : Uni.createFrom().item(HostExchange.GO_ON))
                .onFailure(Problem.class)
                .recoverWithUni(problem -> away(backup, problem, cause));
    }

    private Uni<Next> read(Backup backup, Cause cause) {
        return digests.of(backup.objectId, backup.tenantId, backup.sizeBytes(), clock.instant())
                .map(begun -> read(backup, begun, cause))
                .orElseGet(() -> Uni.createFrom().item(SOON));
    }

    private Uni<Next> read(Backup backup, ObjectDigest digest, Cause cause) {
        ObjectChain chain = backup.chain();
        return storage.work(backup.objectId, it -> sum(digest, chain, it)).chain(sum -> sum.map(
                        sha256 -> exchange.clear(backup.objectId).chain(() -> ready(backup, sha256, cause)))
                .orElseGet(() -> Uni.createFrom().item(Next.NOW)));
    }

    /** What makes no disk has no sum that any disk has. */
    private static Optional<String> sum(ObjectDigest digest, ObjectChain chain, ObjectStorage store)
            throws IOException {
        try {
            return digest.goOn(from -> chain.read(store, from, chain.sizeBytes() - from), SLICE);
        } catch (MalformedDifferenceException malformed) {
            return Optional.of("");
        }
    }

    private Uni<Next> ready(Backup backup, String sha256, Cause cause) {
        digests.end(backup.objectId);
        return found(backup.id, cause, (work, found) -> found.filter(still -> !still.isLeaving())
                .map(still -> still.isOtherThan(sha256)
                        ? fail(work, still, OTHER_BYTES).replaceWith(LATER)
                        : life.stored(work, still, sha256).replaceWith(Next.NOW))
                .orElseGet(() -> Uni.createFrom().item(Next.NOW)));
    }

    /** It is tried again, and the reason told when it is another. */
    private Uni<Next> away(Backup backup, Problem problem, Cause cause) {
        digests.end(backup.objectId);
        return found(backup.id, cause, (work, found) -> found.filter(still -> !still.isLeaving())
                        .map(still -> fail(work, still, problem.detail()))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .replaceWith(AGAIN);
    }

    private Uni<Void> fail(Work work, Backup backup, String reason) {
        return reason.equals(backup.progress.statusReason())
                ? Uni.createFrom().voidItem()
                : life.fail(work, backup, reason).replaceWithVoid();
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
