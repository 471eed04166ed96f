package io.skyholm.compute.lifecycle;

import io.skyholm.compute.action.ActionRule;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstancePublisher;
import io.skyholm.compute.machine.JoinedMachines;
import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.compute.vm.VirtualMachines.DesiredVmDraft;
import io.skyholm.compute.vm.VirtualMachines.Recipient;
import io.skyholm.events.EventType;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.VmPower;
import io.skyholm.events.operation.OperationStatus;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;

/** The steps between an instance and its host. */
@Singleton
class HostSteps {

    private final VirtualMachines vms;
    private final JoinedMachines machines;
    private final DesiredVmFactory desired;
    private final OpenOperation operation;
    private final InstancePublisher publisher;

    HostSteps(
            VirtualMachines vms,
            JoinedMachines machines,
            DesiredVmFactory desired,
            OpenOperation operation,
            InstancePublisher publisher) {
        this.vms = vms;
        this.machines = machines;
        this.desired = desired;
        this.operation = operation;
        this.publisher = publisher;
    }

    Uni<?> tell(Work work, CurrentState state) {
        Instance instance = state.instance();
        UUID host = instance.location().requireMachine();
        DesiredVmDraft present = desired.present(instance, state.parts().wanted());
        return machines.encryptionKey(work, host)
                .map(key -> new Recipient(host, key.orElse(null)))
                .chain(to -> vms.tell(work, state.vm(), to, present))
                .invoke(() -> told(state));
    }

    private static void told(CurrentState state) {
        Instance instance = state.instance();
        instance.desired().told(state.parts().wanted().attachments());
        instance.boot().told();
        state.rule().ifPresent(rule -> {
            if (instance.progress().status() == InstanceStatus.CREATING
                    && instance.desired().power() == VmPower.RUNNING) {
                instance.starting();
                instance.changed(null, state.now());
            }
            state.note(rule.step(), null);
        });
    }

    Uni<?> tellAbsent(Work work, CurrentState state) {
        UUID host = Objects.requireNonNull(state.vm().host());
        return vms.tell(work, state.vm(), new Recipient(host, null), desired.absent(state.instance()));
    }

    Uni<?> withdraw(Work work, CurrentState state) {
        return vms.release(work, state.vm(), state.hostState());
    }

    /** The instance is what it is to be, and rests. */
    Uni<?> complete(Work work, CurrentState state) {
        Instance instance = state.instance();
        InstanceStatus before = instance.progress().status();
        instance.progress()
                .completed(
                        state.isPlaced() ? SettledVm.status(instance.desired().power()) : InstanceStatus.STOPPED);
        publisher.changed(work, event(state, before), instance, null);
        return operation.end(work, state, OperationStatus.SUCCEEDED, null);
    }

    /** What is told of an instance that is what it is to be now, and had that status before. */
    static EventType<InstanceFact> event(CurrentState state, InstanceStatus before) {
        InstanceStatus now = state.instance().progress().status();
        if (now == before || state.rule().filter(ActionRule::changesSize).isPresent()) {
            return InstanceEvents.CHANGED;
        }
        return now == InstanceStatus.RUNNING ? InstanceEvents.STARTED : InstanceEvents.STOPPED;
    }

    Uni<?> showBroken(Work work, CurrentState state) {
        Instance instance = state.instance();
        instance.progress().failed(state.vm().detail());
        publisher.changed(work, InstanceEvents.FAILED, instance, null);
        return Uni.createFrom().voidItem();
    }
}
