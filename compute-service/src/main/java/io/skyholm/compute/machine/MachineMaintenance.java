package io.skyholm.compute.machine;

import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What people do with a machine that needs looking after. */
@ApplicationScoped
class MachineMaintenance {

    private final Commands commands;
    private final MachineStore store;

    MachineMaintenance(Commands commands, MachineStore store) {
        this.commands = commands;
        this.store = store;
    }

    Uni<MachineView> begin(Call call, UUID id, MaintainMachine command) {
        return change(call, id, (machine, now) -> {
            machine.requireKept();
            apply(machine, command, now);
        });
    }

    /** It takes nothing new from now on. */
    static void apply(Machine machine, MaintainMachine command, Instant now) {
        machine.setAdminStatus(MachineStatus.MAINTENANCE);
        machine.statusReason = command.reason();
        if (Boolean.TRUE.equals(command.drain())) {
            machine.drain(now);
        }
    }

    /** Also takes back a drain; what has moved away stays where it is. */
    Uni<MachineView> end(Call call, UUID id) {
        return change(call, id, (machine, now) -> {
            machine.requireKept();
            machine.setAdminStatus(MachineStatus.ACTIVE);
        });
    }

    /** Somebody has made sure that the machine is off: what ran on it may be started elsewhere. */
    Uni<MachineView> fence(Call call, UUID id) {
        // Compared with what its host reports, whose clock shows real time.
        return change(call, id, (machine, now) -> machine.fence(RealTime.now()));
    }

    private Uni<MachineView> change(Call call, UUID id, BiConsumer<Machine, Instant> change) {
        return commands.change(call, work -> store.held(call, work, id)
                .invoke(machine -> change.accept(machine, work.now()))
                .chain(machine -> store.save(work, machine, call.caller().id())));
    }
}
