package io.skyholm.compute.instance;

import io.skyholm.compute.operation.OperationBook;
import io.skyholm.compute.vm.VirtualMachine;
import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Reads what a decision is made from; instance, virtual machine and operation are held in this order by everybody. */
@Singleton
class Situations {

    private static final String AROUND = """
            select (select fenced_at is not null or deleted_at is not null from compute_machine where id = $2),
                network.status, network.compute_machine_id, network.reason, network.ports
            from (select 1) one left join known_network network on network.instance_id = $1""";

    private final VirtualMachines machines;
    private final OperationBook book;

    Situations(VirtualMachines machines, OperationBook book) {
        this.machines = machines;
        this.book = book;
    }

    Uni<Optional<Situation>> of(Work work, UUID id) {
        return work.lock(Instance.class, id)
                .chain(found -> found.map(instance -> around(work, instance).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Situation> around(Work work, Instance instance) {
        return machines.held(work, instance.virtualMachineId)
                .map(Optional::orElseThrow)
                .chain(machine -> world(work, instance, machine))
                .chain(situation ->
                        book.held(work, instance.operationId).map(operation -> situation.with(operation.orElse(null))));
    }

    private static Uni<Situation> world(Work work, Instance instance, VirtualMachine machine) {
        return work.query(AROUND, instance.id, instance.computeMachineId).map(rows -> {
            Object[] row = rows.next();
            Network network = row[1] == null
                    ? Network.SILENT
                    : new Network(
                            InstanceNetworkStatus.valueOf((String) row[1]),
                            (UUID) row[2],
                            (String) row[3],
                            Network.ports((String) row[4]));
            return new Situation(instance, machine, network, Boolean.TRUE.equals(row[0]));
        });
    }
}
