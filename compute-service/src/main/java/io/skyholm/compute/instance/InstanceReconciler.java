package io.skyholm.compute.instance;

import io.skyholm.compute.operation.Operation;
import io.skyholm.compute.operation.OperationBook;
import io.skyholm.compute.placement.Placement;
import io.skyholm.compute.placement.Waiting;
import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.compute.vm.VirtualMachines.DesiredVmDraft;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks an instance from what it is to what it shall be, whatever happened to it on the way. */
@ApplicationScoped
class InstanceReconciler implements Reconciler {

    /** More moves than a life has statuses in a row: enough for one transaction. */
    private static final int MOST_MOVES = 6;

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(60);
    private static final Duration SHORTEST_LOOK = Duration.ofMillis(50);

    private final TenantTransaction transactions;
    private final Situations situations;
    private final Placement placement;
    private final Moves moves;
    private final WishMaker wishes;
    private final OperationBook book;

    InstanceReconciler(
            TenantTransaction transactions,
            Situations situations,
            Placement placement,
            Moves moves,
            WishMaker wishes,
            OperationBook book) {
        this.transactions = transactions;
        this.situations = situations;
        this.placement = placement;
        this.moves = moves;
        this.wishes = wishes;
        this.book = book;
    }

    @Override
    public String kind() {
        return Waiting.KIND;
    }

    @Override
    public String unrested() {
        return """
                select id from instance where operation_id is not null or fate <> 'KEEP'
                union select instance.id from instance join compute_machine machine
                    on machine.id = instance.compute_machine_id
                where machine.fenced_at is not null or machine.deleted_at is not null""";
    }

    /** The machines are looked at before the transaction begins, for that takes a connection of its own. */
    @Override
    public Uni<Next> step(UUID id) {
        return placement
                .look()
                .chain(seen -> transactions.change(
                        Cause.platform(), work -> situations.of(work, id).chain(found -> found.map(
                                        situation -> walk(work, situation, seen))
                                .orElseGet(() -> Uni.createFrom().item(Next.DONE)))));
    }

    private Uni<Next> walk(Work work, Situation situation, Placement.Seen seen) {
        return advance(work, situation, seen, MOST_MOVES)
                .call(() -> work.update(situation.instance))
                .call(() -> situation
                        .notedOperation()
                        .map(operation -> book.save(work, operation))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Next> advance(Work work, Situation situation, Placement.Seen seen, int left) {
        Instant now = Instant.now();
        DesiredVmDraft wishing = wish(situation);
        boolean told = wishing != null
                && VirtualMachines.isTold(situation.machine, situation.instance.computeMachineId, wishing);
        Move move = Life.next(situation, told, now);
        return switch (move) {
            case REST -> Uni.createFrom().item(Next.DONE);
            case WAIT -> Uni.createFrom().item(moves.await(situation, now));
            default ->
                moves.make(work, new Moves.Turn(move, situation, seen, wishing))
                        .chain(delay -> delay.map(later -> Uni.createFrom().item(until(situation, later)))
                                .orElseGet(() -> left == 0
                                        ? Uni.createFrom().item(Next.NOW)
                                        : advance(work, situation, seen, left - 1)));
        };
    }

    /** What the host shall be told, as soon as all is known that is needed to say it. */
    private @Nullable DesiredVmDraft wish(Situation situation) {
        Instance instance = situation.instance;
        boolean known = situation.network.isReadyOn(instance.computeMachineId)
                && !instance.moving
                && instance.fate != Fate.GIVE_BACK;
        return known ? wishes.presence(situation) : null;
    }

    private static Next until(Situation situation, Duration later) {
        Instant now = Instant.now();
        Duration left = situation
                .operation()
                .map(Operation::deadline)
                .map(deadline -> Duration.between(now, deadline))
                .orElse(LONGEST_LOOK);
        Duration sooner = left.compareTo(later) < 0 ? left : later;
        return Next.in(sooner.compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : sooner);
    }
}
