package io.skyholm.storage.copy;

import io.skyholm.hosts.HostState;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.exchange.HostExchange;
import io.skyholm.storage.host.HostedMove;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Brings the bytes of a snapshot to the store by its host, and has them verified once no host writes them any more. */
@ApplicationScoped
class CopyReconciler implements Reconciler {

    private static final String GONE = "The host of the snapshot is no more";

    /** The store may be there again by then. */
    private static final Next AGAIN = Next.in(Duration.ofSeconds(15));

    private final CopyLifecycle life;
    private final HostExchange exchange;
    private final TenantTransaction transactions;

    CopyReconciler(CopyLifecycle life, HostExchange exchange, TenantTransaction transactions) {
        this.life = life;
        this.exchange = exchange;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return CopyLifecycle.KIND;
    }

    @Override
    public String unrested() {
        return "select id from version_copy where deleted_at is null";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions
                .change(cause, work -> life.locked(work, id).chain(found -> found.map(copy -> look(work, copy))
                        .orElseGet(() -> Uni.createFrom().item(Left.DONE))))
                .chain(left -> left.step == null ? Uni.createFrom().item(left.next) : take(left.step, cause));
    }

    private Uni<Left> look(Work work, VersionCopy copy) {
        return life.hostState(work, copy).chain(host -> {
            if (host == HostState.DELETED && !copy.isLeaving()) {
                return life.end(work, copy, GONE).replaceWith(Left.NOW);
            }
            if (copy.isLate(work.now())) {
                return life.end(work, copy, copy.lateness()).replaceWith(Left.NOW);
            }
            HostedMove move = HostedMove.of(copy, host, work.now());
            return move.kind() == HostedMove.Kind.READY && !exchange.isDirect()
                    ? Uni.createFrom().item(new Left(Next.NOW, copy))
                    : life.make(work, copy, host, move).map(made -> new Left(after(move, copy), null));
        });
    }

    /** Where hosts do not reach the store it takes what they have left, and only then are they to forget it. */
    private Uni<Next> take(VersionCopy copy, Cause cause) {
        return exchange.take(copy.objectId, copy.tenantId, copy.bytes())
                .chain(isThere -> isThere
                        ? exchange.clear(copy.objectId).chain(() -> taken(copy, cause))
                        : Uni.createFrom().item(HostExchange.GO_ON))
                .onFailure(Problem.class)
                .recoverWithUni(problem -> away(copy, problem, cause));
    }

    private Uni<Next> taken(VersionCopy copy, Cause cause) {
        return change(copy, cause, life::ready).replaceWith(Next.NOW);
    }

    /** It is tried again, and the reason told when it is another. */
    private Uni<Next> away(VersionCopy copy, Problem problem, Cause cause) {
        return change(
                        copy,
                        cause,
                        (work, still) -> problem.detail().equals(still.progress.statusReason())
                                ? Uni.createFrom().voidItem()
                                : life.fail(work, still, problem.detail()))
                .replaceWith(AGAIN);
    }

    /** One that was given up meanwhile stays so. */
    private Uni<Void> change(VersionCopy copy, Cause cause, BiFunction<Work, VersionCopy, Uni<Void>> change) {
        return transactions.change(
                cause, work -> life.locked(work, copy.id).chain(found -> found.filter(still -> !still.isLeaving())
                        .map(still -> change.apply(work, still))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private static Next after(HostedMove move, VersionCopy copy) {
        return switch (move.kind()) {
            case READY -> Next.NOW;
            case FINISH -> Next.DONE;
            case REST, TELL, FAIL, EXPLAIN -> copy.next();
        };
    }

    /**
     * What is left to be done.
     *
     * @param step the copy whose bytes the store is to take now; null where nothing is to be done with the store
     */
    private record Left(Next next, @Nullable VersionCopy step) {

        private static final Left DONE = new Left(Next.DONE, null);
        private static final Left NOW = new Left(Next.NOW, null);
    }
}
