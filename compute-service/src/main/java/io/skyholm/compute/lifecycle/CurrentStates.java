package io.skyholm.compute.lifecycle;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.part.Part;
import io.skyholm.compute.part.Parts;
import io.skyholm.compute.vm.VirtualMachine;
import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.hosts.HostState;
import io.skyholm.operations.OperationRecorder;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a decision is made from; instance, virtual machine and operation are held in this order by everybody. */
@Singleton
class CurrentStates {

    private static final String HOST_STATE = """
            select case when deleted_at is not null then 'DELETED' when fenced_at is not null then 'FENCED'
                else 'IN_SERVICE' end from compute_machine where id = $2""";

    private final VirtualMachines vms;
    private final OperationRecorder operations;
    private final List<Part> parts;

    /** One statement for everything around an instance: its machine, and what was last said of each part. */
    private final String around;

    CurrentStates(VirtualMachines vms, OperationRecorder operations, Parts parts) {
        this.vms = vms;
        this.operations = operations;
        this.parts = parts.all();
        this.around = "select (%s) as host_state, (%s) as parts".formatted(HOST_STATE, KnownParts.column(this.parts));
    }

    Uni<Optional<CurrentState>> of(Work work, UUID id) {
        return work.lock(Instance.class, id)
                .chain(found -> found.map(instance -> around(work, instance).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<CurrentState> around(Work work, Instance instance) {
        return vms.held(work, instance.virtualMachineId())
                .map(Optional::orElseThrow)
                .chain(vm -> read(work, instance, vm))
                .chain(state -> operations
                        .held(work, instance.progress().operationId())
                        .map(operation -> state.with(operation.orElse(null))));
    }

    private Uni<CurrentState> read(Work work, Instance instance, VirtualMachine vm) {
        return work.one(Around.class, around, instance.id(), instance.location().machineId(), instance.tenantId())
                .map(read ->
                        new CurrentState(instance, vm, KnownParts.read(parts, read.parts()), read.state(), work.now()));
    }

    /** What is around an instance; of one without a machine none is lost. */
    private record Around(@Nullable HostState hostState, Map<String, @Nullable String> parts) {

        HostState state() {
            return hostState == null ? HostState.IN_SERVICE : hostState;
        }
    }
}
