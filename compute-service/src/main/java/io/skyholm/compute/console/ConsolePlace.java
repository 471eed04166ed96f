package io.skyholm.compute.console;

import io.skyholm.compute.instance.InstanceView;
import io.skyholm.runtime.access.Caller;
import java.util.UUID;

/** Where a console is: an instance of a tenant, what runs for it, and on which host. */
public record ConsolePlace(UUID tenantId, UUID instanceId, UUID virtualMachineId, UUID computeMachineId) {

    /**
     * That of an instance, which has none while it is on no machine. Operators see all instances, and what those say is none of their
     * business: they ask the tenant first.
     */
    public static ConsolePlace of(Caller caller, InstanceView instance) {
        if (!caller.tenantId().equals(instance.tenantId())) {
            throw ConsoleProblems.othersConsole();
        }
        UUID machine = instance.computeMachineId();
        if (machine == null || instance.deletedAt() != null) {
            throw ConsoleProblems.noConsole();
        }
        return new ConsolePlace(instance.tenantId(), instance.id(), instance.virtualMachineId(), machine);
    }
}
