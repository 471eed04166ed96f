package io.skyholm.compute.lifecycle;

import io.skyholm.compute.action.ActionRules;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstancePublisher;
import io.skyholm.compute.instance.InstanceSettings;
import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.events.operation.OperationStatus;
import io.skyholm.operations.NewOperation;
import io.skyholm.operations.OperationRecorder;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/** What was on a lost machine is gone; whether it is started elsewhere is the installation's decision. */
@Singleton
class LostMachineSteps {

    private final PlacementSteps placing;
    private final VirtualMachines vms;
    private final OpenOperation open;
    private final OperationRecorder operations;
    private final InstancePublisher publisher;
    private final InstanceSettings settings;

    LostMachineSteps(
            PlacementSteps placing,
            VirtualMachines vms,
            OpenOperation open,
            OperationRecorder operations,
            InstancePublisher publisher,
            InstanceSettings settings) {
        this.placing = placing;
        this.vms = vms;
        this.open = open;
        this.operations = operations;
        this.publisher = publisher;
        this.settings = settings;
    }

    Uni<?> leave(Work work, CurrentState state) {
        return vms.release(work, state.vm(), state.hostState())
                .chain(() -> placing.giveBack(work, state))
                .invoke(state::leftLostMachine)
                .chain(() -> recoverOrFail(work, state));
    }

    private Uni<?> recoverOrFail(Work work, CurrentState state) {
        if (state.outlivesMachine()) {
            placing.tellOfLeaving(work, state);
            return Uni.createFrom().voidItem();
        }
        return open.end(work, state, OperationStatus.FAILED, "Its machine is lost")
                .chain(() -> settings.recover() ? recover(work, state) : markLost(work, state));
    }

    private Uni<?> recover(Work work, CurrentState state) {
        Instance instance = state.instance();
        ActionRules.of(OperationKind.RECOVER).begin(instance, Map.of(), work.now());
        NewOperation begin = NewOperation.ofInstance(instance.tenantId(), OperationKind.RECOVER, instance.id(), null);
        return operations.begin(work, begin, Map.of(), settings.longest()).invoke(operation -> {
            instance.progress().begun(operation.id());
            publisher.changed(work, InstanceEvents.CHANGED, instance, null);
            state.with(operation);
        });
    }

    private Uni<?> markLost(Work work, CurrentState state) {
        Instance instance = state.instance();
        instance.lost("Its machine is lost; start it to have it made elsewhere");
        publisher.changed(work, InstanceEvents.FAILED, instance, null);
        return Uni.createFrom().voidItem();
    }
}
