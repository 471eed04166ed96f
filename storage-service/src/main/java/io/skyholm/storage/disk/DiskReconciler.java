package io.skyholm.storage.disk;

import io.skyholm.hosts.HostState;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.UndoWindow;
import io.skyholm.storage.exchange.HostExchange;
import io.skyholm.storage.host.HostedMove;
import io.skyholm.storage.object.StoredObjects;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Brings a disk's row to what its host has shown, and says when that takes too long. */
@ApplicationScoped
class DiskReconciler implements Reconciler {

    /** The store may be there again by then. */
    private static final Next AGAIN = Next.in(Duration.ofSeconds(15));

    private final DiskLifecycle life;
    private final HostExchange exchange;
    private final TenantTransaction transactions;
    private final UndoWindow undo;

    DiskReconciler(DiskLifecycle life, HostExchange exchange, TenantTransaction transactions, UndoWindow undo) {
        this.undo = undo;
        this.life = life;
        this.exchange = exchange;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return DiskLifecycle.KIND;
    }

    @Override
    public String unrested() {
        return """
                select id from disk where status in ('CREATING', 'GROWING', 'RESTORING', 'ROTATING', 'DELETING')
                union
                select id from disk where deletable_at <= calendar_now()
                union
                select disk.id from disk join known_machine machine on machine.id = disk.compute_machine_id
                where machine.status = 'DELETED' and disk.status <> 'ERROR' and disk.deleted_at is null""";
    }

    /** The host is told of bytes when they lie where it reads them. */
    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return exchange.isDirect()
                ? reconcile(id, cause)
                : transactions
                        .change(cause, work -> life.all().locked(work, id).chain(found -> offer(work, found)))
                        .chain(offered ->
                                offered.map(offer -> lay(id, offer, cause)).orElseGet(() -> reconcile(id, cause)));
    }

    private Uni<Optional<Offer>> offer(Work work, Optional<Disk> found) {
        return found.map(disk ->
                        life.bytesToCopy(work, disk).map(bytes -> bytes.map(them -> new Offer(disk.tenantId, them))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Next> lay(UUID id, Offer offer, Cause cause) {
        return lay(offer)
                .map(isThere -> isThere ? Optional.<Next>empty() : Optional.of(HostExchange.GO_ON))
                .onFailure(Problem.class)
                .recoverWithUni(problem -> away(id, problem, cause).map(Optional::of))
                .chain(later -> later.map(next -> Uni.createFrom().item(next)).orElseGet(() -> reconcile(id, cause)));
    }

    /** One object after the other. */
    private Uni<Boolean> lay(Offer offer) {
        Uni<Boolean> areThere = Uni.createFrom().item(true);
        for (StoredObjects.Sized object : offer.bytes.objects()) {
            areThere = areThere.chain(isThere -> isThere
                    ? exchange.offer(object.id(), offer.tenant, object.sizeBytes())
                    : Uni.createFrom().item(false));
        }
        return areThere;
    }

    /** It is tried again, and the reason told when it is another. */
    private Uni<Next> away(UUID id, Problem problem, Cause cause) {
        return transactions
                .change(cause, work -> life.all().locked(work, id).chain(found -> found.filter(Disk::isToBeFilled)
                        .filter(disk -> !problem.detail().equals(disk.progress.statusReason()))
                        .map(disk -> life.fail(work, disk, problem.detail()).replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem())))
                .replaceWith(AGAIN);
    }

    private Uni<Next> reconcile(UUID id, Cause cause) {
        return transactions.change(
                cause, work -> life.all().locked(work, id).chain(found -> found.map(disk -> step(work, disk))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    private Uni<Next> step(Work work, Disk disk) {
        if (disk.isToEnd(work.now())) {
            return undo.isHeldOpen(work, disk.tenantId)
                    .chain(isOpen -> isOpen
                            ? Uni.createFrom().item(Next.in(Next.LONGEST))
                            : life.remove(work, disk).replaceWith(Next.NOW));
        }
        return life.hostState(work, disk)
                .chain(host -> make(work, disk, host, HostedMove.of(disk, host, work.now())))
                .map(done -> disk.next());
    }

    /** One that is gone from its pool counts until it is gone from the one that it was moved to or from, too: it is looked at again then. */
    private Uni<?> make(Work work, Disk disk, HostState host, HostedMove move) {
        boolean isElsewhere = move.kind() == HostedMove.Kind.FINISH && disk.copyGb > 0;
        return isElsewhere ? Uni.createFrom().voidItem() : life.make(work, disk, host, move);
    }

    /** What is to be laid where a host reads it, and for whom. */
    private record Offer(UUID tenant, DiskSources.Bytes bytes) {}
}
