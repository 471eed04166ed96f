package io.skyholm.network.address;

import io.skyholm.network.port.Port;
import io.skyholm.network.port.StalePorts;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Floating addresses move between instances; their hosts are told with the next desired state. */
@ApplicationScoped
class FloatingAddresses {

    private static final String INSTANCE = "select 1 from known_instance where id = $1 and status <> 'DELETED'";
    private static final String ELSEWHERE = """
            select 1 from ip_address a join subnet on subnet.id = a.subnet_id join vpc on vpc.id = subnet.vpc_id
                join known_instance instance on instance.edge_data_center_id <> vpc.edge_data_center_id
            where a.id = $1 and instance.id = $2""";
    private static final String PORT = """
            select id from port where instance_id = $1 and ($2::uuid is null or id = $2) and deleted_at is null
            order by ordinal limit 1""";

    private final Commands commands;
    private final AddressPorts ports;
    private final AddressStore store;
    private final StalePorts stale;

    FloatingAddresses(Commands commands, AddressPorts ports, AddressStore store, StalePorts stale) {
        this.commands = commands;
        this.ports = ports;
        this.store = store;
        this.stale = stale;
    }

    Uni<AddressView> attach(Call call, UUID id, AttachAddress command) {
        return commands.change(call, work -> ports.mustBeSeen(work, id)
                .chain(() -> ports.having(work, id))
                .chain(before -> port(work, command).chain(port -> ports.locked(call, work, id)
                        .invoke(address -> AddressPorts.checkStill(address, before))
                        .call(address -> checkPlace(work, address, command.instanceId()))
                        .chain(address -> move(work, address, before, port)))));
    }

    Uni<AddressView> detach(Call call, UUID id) {
        return commands.change(call, work -> ports.having(work, id).chain(before -> ports.locked(call, work, id)
                .invoke(address -> AddressPorts.checkStill(address, before))
                .chain(address -> {
                    address.checkFloating();
                    address.detach();
                    return save(work, address, before);
                })));
    }

    private Uni<AddressView> move(Work work, Address address, Optional<Port> before, Port port) {
        address.checkFloating();
        if (!port.tenantId().equals(address.tenantId)) {
            throw AddressProblems.instanceNotFound();
        }
        address.attach(port.instanceId(), port.id(), port.macAddress());
        return save(work, address, before).call(() -> stale.one(work, port.id()));
    }

    private Uni<AddressView> save(Work work, Address address, Optional<Port> before) {
        return store.save(work, address).call(() -> before.map(port -> stale.one(work, port.id()))
                .orElse(Uni.createFrom().voidItem()));
    }

    private static Uni<Port> port(Work work, AttachAddress command) {
        return work.some(AddressProblems::instanceNotFound, INSTANCE, command.instanceId())
                .chain(() -> work.value(UUID.class, PORT, command.instanceId(), command.portId()))
                .chain(found -> work.lock(Port.class, found.orElseThrow(AddressProblems::noPort)))
                .map(found -> found.orElseThrow(AddressProblems::noPort));
    }

    /** An address of one data centre is not routed to another. */
    private static Uni<Void> checkPlace(Work work, Address address, UUID instance) {
        return work.none(AddressProblems::elsewhere, ELSEWHERE, address.id(), instance);
    }
}
