package io.skyholm.compute.action;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstancePublisher;
import io.skyholm.compute.placement.PlacementQueue;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.operation.OperationStatus;
import io.skyholm.operations.Operation;
import io.skyholm.operations.OperationRecorder;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Ends operations that did not succeed, and turns the instance towards a state that can be left again. */
@Singleton
public class ActionEnder {

    private final OperationRecorder operations;
    private final PlacementQueue queue;
    private final InstancePublisher publisher;

    ActionEnder(OperationRecorder operations, PlacementQueue queue, InstancePublisher publisher) {
        this.operations = operations;
        this.queue = queue;
        this.publisher = publisher;
    }

    /** The instance's row itself is written by whoever called. */
    public Uni<Operation> end(Work work, Instance instance, Operation operation, OperationStatus outcome, String why) {
        ActionRule rule = ActionRules.of(operation.kind());
        rule.failure().apply(instance, operation, why);
        instance.progress().ended();
        queue.leave(work, instance.id());
        publisher.changed(work, hasFailed(instance) ? InstanceEvents.FAILED : InstanceEvents.CHANGED, instance, null);
        return operations.end(work, operation, outcome, why);
    }

    private static boolean hasFailed(Instance instance) {
        return instance.progress().status() == InstanceStatus.ERROR;
    }
}
