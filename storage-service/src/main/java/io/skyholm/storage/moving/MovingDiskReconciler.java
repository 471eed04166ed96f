package io.skyholm.storage.moving;

import io.skyholm.hosts.HostState;
import io.skyholm.hosts.KnownMachines;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.CalendarClock;
import io.skyholm.storage.backup.ObjectDigest;
import io.skyholm.storage.backup.ObjectDigests;
import io.skyholm.storage.exchange.HostExchange;
import io.skyholm.storage.moving.Move.Kind;
import io.skyholm.storage.object.ObjectStorageWorker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Brings the bytes of a disk from one host to the store, from there to the other host, and the disk with them. What the store is asked for lies
 * between transactions, and may be repeated.
 */
@ApplicationScoped
class MovingDiskReconciler implements Reconciler {

    private static final Duration SLICE = Duration.ofSeconds(5);

    private static final String OTHER_BYTES =
            "The object store has other bytes than the host has left there; the disk stays where it is";

    /** The store may be there again by then. */
    private static final Next AGAIN = Next.in(Duration.ofSeconds(15));

    private static final Next SOON = Next.in(Duration.ofSeconds(2));

    private final MovingDiskLifecycle life;
    private final ObjectStorageWorker storage;
    private final HostExchange exchange;
    private final ObjectDigests digests;
    private final TenantTransaction transactions;
    private final CalendarClock clock;

    MovingDiskReconciler(
            MovingDiskLifecycle life,
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
        return MovingDiskStore.KIND;
    }

    @Override
    public String unrested() {
        return "select disk_id as id from moving_disk where deleted_at is null";
    }

    @Override
    public Uni<Next> step(UUID disk, Cause cause) {
        return found(disk, cause, this::look)
                .chain(left -> left.move == null ? Uni.createFrom().item(left.next) : goOn(left, left.move, cause));
    }

    private <T> Uni<T> found(UUID disk, Cause cause, BiFunction<Work, Optional<Move>, Uni<T>> step) {
        return transactions.change(cause, work -> life.locked(work, disk).chain(found -> step.apply(work, found)));
    }

    private Uni<Left> look(Work work, Optional<Move> found) {
        return found.map(move -> look(work, move))
                .orElseGet(() -> Uni.createFrom().item(new Left(Next.DONE, Kind.REST, null)));
    }

    private Uni<Left> look(Work work, Move move) {
        return hostOf(work, move.moving().onHost.host())
                .chain(source ->
                        hostOf(work, move.copy().onHost.host()).chain(target -> make(work, move, source, target)));
    }

    private static Uni<HostState> hostOf(Work work, @Nullable UUID host) {
        return KnownMachines.state(work, host);
    }

    private Uni<Left> make(Work work, Move move, HostState source, HostState target) {
        Move.Step step = move.next(source, target, work.now());
        return switch (step.kind()) {
            case REST -> Uni.createFrom().item(new Left(move.later(), Kind.REST, null));
            case STORE, FILL -> Uni.createFrom().item(new Left(Next.NOW, step.kind(), move));
            case END -> life.end(work, move).replaceWith(new Left(Next.DONE, Kind.REST, null));
            case TELL_EXPORT,
                    EXPORTED,
                    RELEASE_EXPORT,
                    EXPLAIN_EXPORT,
                    PLACE,
                    REMOVE_COPY,
                    RELEASE_COPY,
                    EXPLAIN_COPY,
                    GIVE_UP ->
                life.make(work, move, step, source, target).replaceWith(new Left(Next.NOW, Kind.REST, null));
        };
    }

    private Uni<Next> goOn(Left left, Move move, Cause cause) {
        Uni<Next> made = left.kind == Kind.STORE ? take(move.moving(), cause) : fill(move.moving(), cause);
        return made.onFailure(Problem.class).recoverWithUni(problem -> away(move.moving(), problem, cause));
    }

    /** The store takes what the host has left, and reads it once. */
    private Uni<Next> take(MovingDisk moving, Cause cause) {
        return exchange.take(moving.objectId, moving.tenantId, moving.left())
                .chain(isThere ->
                        isThere ? read(moving, cause) : Uni.createFrom().item(HostExchange.GO_ON));
    }

    private Uni<Next> read(MovingDisk moving, Cause cause) {
        return digests.of(moving.objectId, moving.tenantId, moving.sizeBytes(), clock.instant())
                .map(begun -> read(moving, begun, cause))
                .orElseGet(() -> Uni.createFrom().item(SOON));
    }

    private Uni<Next> read(MovingDisk moving, ObjectDigest digest, Cause cause) {
        return storage.work(moving.objectId, it -> digest.goOn(it, SLICE))
                .chain(sum -> sum.map(sha256 -> stored(moving, sha256, cause))
                        .orElseGet(() -> Uni.createFrom().item(Next.NOW)));
    }

    private Uni<Next> stored(MovingDisk moving, String sha256, Cause cause) {
        digests.end(moving.objectId);
        return found(moving.diskId, cause, (work, found) -> found.filter(
                                move -> !move.moving().isLeaving())
                        .map(move -> move.moving().isOtherThan(sha256)
                                ? life.stay(work, move, OTHER_BYTES)
                                : life.stored(work, move, sha256))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .replaceWith(Next.NOW);
    }

    /** The host of the other pool is told when the bytes lie where it reads them. */
    private Uni<Next> fill(MovingDisk moving, Cause cause) {
        return exchange.offer(moving.objectId, moving.tenantId, moving.sizeBytes())
                .chain(isThere ->
                        isThere ? tell(moving, cause) : Uni.createFrom().item(HostExchange.GO_ON));
    }

    private Uni<Next> tell(MovingDisk moving, Cause cause) {
        return found(moving.diskId, cause, (work, found) -> found.filter(move -> !move.copy().isLeft)
                        .map(move -> life.fill(work, move))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .replaceWith(Next.NOW);
    }

    /** It is tried again, and the reason told. */
    private Uni<Next> away(MovingDisk moving, Problem problem, Cause cause) {
        digests.end(moving.objectId);
        return found(moving.diskId, cause, (work, found) -> found.map(
                                move -> life.explain(work, move, problem.detail()))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .replaceWith(AGAIN);
    }

    /**
     * What is left to be done.
     *
     * @param move what the store has to do with now; null where nothing is to be done with the store
     */
    private record Left(Next next, Kind kind, @Nullable Move move) {}
}
