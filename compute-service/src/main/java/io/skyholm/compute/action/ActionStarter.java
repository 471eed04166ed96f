package io.skyholm.compute.action;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstanceProblems;
import io.skyholm.compute.instance.InstancePublisher;
import io.skyholm.compute.instance.InstanceSettings;
import io.skyholm.compute.operation.InstanceResult;
import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.compute.placement.PlacementQueue;
import io.skyholm.compute.wallet.Wallets;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.operation.OperationStatus;
import io.skyholm.operations.NewOperation;
import io.skyholm.operations.Operation;
import io.skyholm.operations.OperationRecorder;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Begins operations on instances in its caller's transaction: the row says what is to be, and the reconciler does it. */
@Singleton
public class ActionStarter {

    private final OperationRecorder operations;
    private final ActionNeeds needs;
    private final Wallets wallets;
    private final PlacementQueue queue;
    private final InstancePublisher publisher;
    private final InstanceWaker waker;
    private final InstanceSettings settings;

    ActionStarter(
            OperationRecorder operations,
            ActionNeeds needs,
            Wallets wallets,
            PlacementQueue queue,
            InstancePublisher publisher,
            InstanceWaker waker,
            InstanceSettings settings) {
        this.operations = operations;
        this.needs = needs;
        this.wallets = wallets;
        this.queue = queue;
        this.publisher = publisher;
        this.waker = waker;
        this.settings = settings;
    }

    /** How long something that is made of such operations may take. */
    public Duration longest() {
        return settings.longest().plusMinutes(1);
    }

    /** Begins it with an instance that is named, if there is one and it can do that now. */
    public Uni<Optional<OperationView>> tryBegin(Work work, UUID id, InstanceAction action) {
        return work.lock(Instance.class, id).chain(found -> found.map(instance -> tryBegin(work, instance, action))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Begins it with one instance among others, or says why it cannot do that now: that keeps nobody else from it. */
    public Uni<InstanceResult> beginOrExplain(Work work, UUID id, InstanceAction action) {
        return work.lock(Instance.class, id).chain(found -> found.filter(instance -> !instance.isDeleted())
                .map(instance -> paid(work, instance, action).chain(refusal -> refusal.map(
                                problem -> Uni.createFrom().item(InstanceResult.refused(id, problem)))
                        .orElseGet(() -> beginOrExplain(work, instance, action))))
                .orElseGet(() -> Uni.createFrom().item(InstanceResult.refused(id, InstanceProblems.notFound()))));
    }

    private Uni<InstanceResult> beginOrExplain(Work work, Instance instance, InstanceAction action) {
        UUID id = instance.id();
        return tryBegin(work, instance, action)
                .map(begun -> begun.map(operation -> InstanceResult.begun(id, operation.id()))
                        .orElseGet(() -> InstanceResult.refused(id, ActionConditions.whyNotBegun(instance, action))));
    }

    /** Begins what a caller asks for, unless its tenant's wallet does not carry it. */
    Uni<OperationView> beginPaid(Work work, Instance instance, InstanceAction action) {
        return paid(work, instance, action)
                .invoke(refusal -> refusal.ifPresent(problem -> {
                    throw problem;
                }))
                .chain(() -> begin(work, instance, action));
    }

    /** Why the tenant's wallet does not carry it, if it costs more than what is there. What cannot begin is refused for that. */
    private Uni<Optional<Problem>> paid(Work work, Instance instance, InstanceAction action) {
        return ActionConditions.costsMore(instance, action)
                ? wallets.refusal(work, instance.tenantId(), ActionConditions.planToPay(instance, action))
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<OperationView>> tryBegin(Work work, Instance instance, InstanceAction action) {
        if (ActionConditions.refusalOfOneAmongMany(instance, action).isPresent()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return operations
                .held(work, instance.progress().operationId())
                .map(current -> current.filter(Operation::isOpen)
                        .filter(older -> !interrupts(action, older))
                        .isPresent())
                .chain(busy -> busy
                        ? Uni.createFrom().item(Optional.empty())
                        : begin(work, instance, action).map(Optional::of));
    }

    /** Begins it with an instance that is held, or says why not. */
    Uni<OperationView> begin(Work work, Instance instance, InstanceAction action) {
        ActionConditions.refusal(instance, action, work.now()).ifPresent(refusal -> {
            throw refusal;
        });
        return operations
                .held(work, instance.progress().operationId())
                .chain(current -> current.filter(Operation::isOpen)
                        .map(older -> interrupt(work, instance, action, older))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> needs.claim(work, instance, action))
                .chain(() -> open(work, instance, action));
    }

    private Uni<Void> interrupt(Work work, Instance instance, InstanceAction action, Operation older) {
        if (!interrupts(action, older)) {
            throw InstanceProblems.busy(older.kind());
        }
        queue.leave(work, instance.id());
        String why = "A " + action.kind() + " took its place";
        return operations.end(work, older, OperationStatus.CANCELLED, why).replaceWithVoid();
    }

    private static boolean interrupts(InstanceAction action, Operation older) {
        return ActionRules.of(older.kind()).interruptedBy().contains(action.kind());
    }

    private Uni<OperationView> open(Work work, Instance instance, InstanceAction action) {
        action.rule().begin(instance, action.request(), work.now());
        NewOperation begin = NewOperation.ofInstance(instance.tenantId(), action.kind(), instance.id(), action.by())
                .childOf(action.parent());
        return operations
                .begin(work, begin, action.request(), action.rule().longest(instance, settings.longest()))
                .chain(operation -> {
                    instance.progress().begun(operation.id());
                    publisher.changed(work, InstanceEvents.CHANGED, instance, action.by());
                    waker.wake(work, instance.id());
                    return work.update(instance).replaceWith(operations.view(operation));
                });
    }
}
