package io.skyholm.compute.instance;

import io.skyholm.compute.operation.Operation;
import io.skyholm.compute.operation.OperationBook;
import io.skyholm.compute.placement.Waiting;
import io.skyholm.events.EventType;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.events.compute.OperationKind;
import io.skyholm.events.compute.OperationStatus;
import io.skyholm.events.host.VmPower;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Ends operations that did not succeed, and turns the instance towards a state that can be left again. */
@Singleton
class Failing {

    private final OperationBook book;
    private final Waiting waiting;
    private final InstancePublisher publisher;

    Failing(OperationBook book, Waiting waiting, InstancePublisher publisher) {
        this.book = book;
        this.waiting = waiting;
        this.publisher = publisher;
    }

    /** The row itself is written by whoever called. */
    Uni<Operation> end(Work work, Instance instance, Operation operation, OperationStatus outcome, String why) {
        turn(instance, operation, why);
        instance.operationId = null;
        instance.waitReason = null;
        waiting.leave(work, instance.id);
        instance.changed(null, Instant.now());
        publisher.publish(work, event(operation), instance);
        return book.end(work, operation, outcome, why);
    }

    private static void turn(Instance instance, Operation operation, String why) {
        switch (operation.kind()) {
            case CREATE -> {
                instance.fate = Fate.GIVE_BACK;
                instance.power = VmPower.STOPPED;
                instance.failed(why);
            }
            case START, RESUME, RESTART, RECOVER, MOVE -> {
                instance.power = VmPower.STOPPED;
                instance.moving = false;
                instance.failed(why);
            }
            case RESIZE -> {
                ResizeRequest request = operation.request(ResizeRequest.class);
                instance.size(request.before());
                instance.planId = request.planBefore();
            }
            case STOP,
                    SUSPEND,
                    REBUILD,
                    RESET_PASSWORD,
                    DELETE,
                    UNDELETE,
                    START_SET,
                    STOP_SET,
                    LAUNCH_SET,
                    START_MANY,
                    STOP_MANY,
                    RESTART_MANY,
                    DELETE_MANY -> instance.failed(why);
        }
    }

    private static EventType<InstanceFact> event(Operation operation) {
        return operation.kind() == OperationKind.RESIZE ? InstanceEvents.CHANGED : InstanceEvents.FAILED;
    }
}
