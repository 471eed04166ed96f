package io.skyholm.compute.lifecycle;

import io.skyholm.compute.placement.Placement;
import io.skyholm.operations.OperationRecorder;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Walks an instance from what it is to what it is to be, whatever happened to it on the way. */
@ApplicationScoped
class InstanceReconciler implements Reconciler {

    static final String KIND = "instance";

    /** More steps than can follow each other without a wait: enough for one transaction. */
    private static final int MOST_STEPS = 6;

    private final TenantTransaction transactions;
    private final CurrentStates states;
    private final Placement placement;
    private final Steps steps;
    private final OperationRecorder operations;

    InstanceReconciler(
            TenantTransaction transactions,
            CurrentStates states,
            Placement placement,
            Steps steps,
            OperationRecorder operations) {
        this.transactions = transactions;
        this.states = states;
        this.placement = placement;
        this.steps = steps;
        this.operations = operations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Those whose machine is lost are woken by {@link LostMachineReconciler}. */
    @Override
    public String unrested() {
        return "select id from instance where operation_id is not null or intent <> 'KEEP'";
    }

    /** The machines are looked at before the transaction begins, for that takes a connection of its own. */
    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return placement.look().chain(seen -> transactions.change(cause, work -> step(work, id, seen)));
    }

    private Uni<Next> step(Work work, UUID id, Placement.Seen seen) {
        return states.of(work, id).chain(found -> found.map(state -> walk(work, state, seen))
                .orElseGet(() -> Uni.createFrom().item(Next.DONE)));
    }

    /** A step that only rests or waits leaves the instance as it is, and its wide row unwritten. */
    private Uni<Next> walk(Work work, CurrentState state, Placement.Seen seen) {
        boolean isIdle = NextStep.of(state.at(work.now())).isIdle();
        return advance(work, state, seen, MOST_STEPS)
                .call(() -> isIdle
                        ? Uni.createFrom().voidItem()
                        : work.update(state.instance()).replaceWithVoid())
                .call(() -> state.notedOperation()
                        .map(operation -> operations.save(work, operation))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Next> advance(Work work, CurrentState state, Placement.Seen seen, int left) {
        Step step = NextStep.of(state.at(work.now()));
        return switch (step) {
            case REST -> Uni.createFrom().item(Next.DONE);
            case WAIT -> {
                Waits.note(state);
                yield Uni.createFrom().item(Next.in(Waits.until(state)));
            }
            default ->
                steps.make(work, step, state, seen).chain(result -> switch (result) {
                    case StepResult.Waiting waiting ->
                        Uni.createFrom().item(Next.in(Waits.atMost(state, waiting.atMost(), work.now())));
                    case StepResult.Done done ->
                        left == 0 ? Uni.createFrom().item(Next.NOW) : advance(work, state, seen, left - 1);
                });
        };
    }
}
