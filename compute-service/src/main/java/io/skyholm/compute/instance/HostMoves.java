package io.skyholm.compute.instance;

import io.skyholm.compute.operation.OperationBook;
import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.compute.vm.VirtualMachines.DesiredVmDraft;
import io.skyholm.events.EventType;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.compute.OperationKind;
import io.skyholm.events.compute.OperationStatus;
import io.skyholm.events.host.VmPower;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The moves between an instance and its host. */
@Singleton
class HostMoves {

    private final VirtualMachines machines;
    private final WishMaker wishes;
    private final OperationBook book;
    private final InstancePublisher publisher;

    HostMoves(VirtualMachines machines, WishMaker wishes, OperationBook book, InstancePublisher publisher) {
        this.machines = machines;
        this.wishes = wishes;
        this.book = book;
        this.publisher = publisher;
    }

    Uni<?> tell(Work work, Situation situation, @Nullable DesiredVmDraft wishing) {
        Instance instance = situation.instance;
        UUID host = Objects.requireNonNull(instance.computeMachineId);
        return machines.tell(work, situation.machine, host, Objects.requireNonNull(wishing))
                .invoke(() -> situation.operation().ifPresent(open -> {
                    if (instance.status == InstanceStatus.CREATING && instance.power == VmPower.RUNNING) {
                        instance.status = InstanceStatus.STARTING;
                        instance.changed(null, Instant.now());
                    }
                    situation.noted(open.at(Moves.stepOf(open.kind()), null, Instant.now()));
                }));
    }

    Uni<?> tellAbsent(Work work, Situation situation) {
        UUID host = Objects.requireNonNull(situation.machine.host());
        return machines.tell(work, situation.machine, host, wishes.absence(situation.instance));
    }

    Uni<?> withdraw(Work work, Situation situation) {
        return machines.withdraw(work, situation.machine);
    }

    /** The instance is what it shall be, and rests. */
    Uni<?> reached(Work work, Situation situation) {
        Instance instance = situation.instance;
        InstanceStatus before = instance.status;
        instance.status = instance.hasPlace() ? Life.resting(instance) : InstanceStatus.STOPPED;
        instance.statusDetail = null;
        instance.operationId = null;
        instance.changed(null, Instant.now());
        publisher.publish(work, event(situation, before), instance);
        return situation
                .operation()
                .<Uni<?>>map(open -> book.end(work, open, OperationStatus.SUCCEEDED, null))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    Uni<?> broken(Work work, Situation situation) {
        Instance instance = situation.instance;
        instance.failed(situation.machine.detail());
        instance.changed(null, Instant.now());
        publisher.publish(work, InstanceEvents.FAILED, instance);
        return Uni.createFrom().voidItem();
    }

    private static EventType<InstanceFact> event(Situation situation, InstanceStatus before) {
        boolean resized = situation
                .operation()
                .filter(open -> open.kind() == OperationKind.RESIZE)
                .isPresent();
        InstanceStatus now = situation.instance.status;
        if (resized || now == before) {
            return InstanceEvents.CHANGED;
        }
        return now == InstanceStatus.RUNNING ? InstanceEvents.STARTED : InstanceEvents.STOPPED;
    }
}
