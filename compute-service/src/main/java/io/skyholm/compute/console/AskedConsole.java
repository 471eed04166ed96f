package io.skyholm.compute.console;

import java.util.UUID;

/** A request that waits for its host, and the key by which that signs. */
public record AskedConsole(
        UUID id, UUID tenantId, UUID instanceId, UUID virtualMachineId, UUID computeMachineId, String agentPublicKey) {

    ConsolePlace place() {
        return new ConsolePlace(tenantId, instanceId, virtualMachineId, computeMachineId);
    }
}
