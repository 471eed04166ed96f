package io.skyholm.agent.testing;

import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.VmPower;
import java.util.List;
import java.util.UUID;

/** Wishes for a small machine and its port, right in everything that is not said otherwise. */
public final class Wishes {

    private Wishes() {}

    /** A machine without ports that shall run. */
    public static DesiredVm machine(String name) {
        return new DesiredVm(
                UUID.randomUUID(),
                1,
                true,
                UUID.randomUUID(),
                UUID.randomUUID(),
                name,
                name,
                VmPower.RUNNING,
                2,
                0,
                0,
                1,
                2,
                10,
                0,
                "debian-13",
                List.of(),
                null,
                null,
                List.of());
    }

    public static DesiredVm power(DesiredVm wish, VmPower power) {
        return changed(wish, wish.present(), power, wish.restarts(), wish.builds());
    }

    public static DesiredVm restarted(DesiredVm wish) {
        return changed(wish, wish.present(), wish.power(), wish.restarts() + 1, wish.builds());
    }

    public static DesiredVm rebuilt(DesiredVm wish) {
        return changed(wish, wish.present(), wish.power(), wish.restarts(), wish.builds() + 1);
    }

    public static DesiredVm gone(DesiredVm wish) {
        return changed(wish, false, wish.power(), wish.restarts(), wish.builds());
    }

    /** The same machine on this host again, after it was on another. */
    public static DesiredVm back(DesiredVm wish) {
        DesiredVm elsewhere = changed(wish, true, wish.power(), wish.restarts(), wish.builds());
        return power(elsewhere, VmPower.RUNNING);
    }

    public static DesiredVm plugged(DesiredVm wish, UUID... ports) {
        return sized(wish, List.of(ports), wish.memoryGb(), wish.storageGb());
    }

    public static DesiredVm memory(DesiredVm wish, int memoryGb) {
        return sized(wish, wish.portIds(), memoryGb, wish.storageGb());
    }

    public static DesiredVm storage(DesiredVm wish, int storageGb) {
        return sized(wish, wish.portIds(), wish.memoryGb(), storageGb);
    }

    public static DesiredPort port() {
        return port(UUID.randomUUID(), 1, true);
    }

    public static DesiredPort port(UUID id, long generation, boolean present) {
        return new DesiredPort(
                id,
                generation,
                present,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "02:00:00:00:00:01",
                null,
                1,
                List.of("10.64.0.2/16"),
                List.of("10.64.0.1"),
                List.of(),
                List.of());
    }

    private static DesiredVm changed(DesiredVm wish, boolean present, VmPower power, long restarts, long builds) {
        return new DesiredVm(
                wish.id(),
                wish.generation() + 1,
                present,
                wish.instanceId(),
                wish.tenantId(),
                wish.name(),
                wish.hostname(),
                power,
                wish.graceSeconds(),
                restarts,
                builds,
                wish.cpuCores(),
                wish.memoryGb(),
                wish.storageGb(),
                wish.gpuCount(),
                wish.image(),
                wish.portIds(),
                wish.userData(),
                wish.passwordHash(),
                wish.sshKeys());
    }

    private static DesiredVm sized(DesiredVm wish, List<UUID> ports, int memoryGb, int storageGb) {
        return new DesiredVm(
                wish.id(),
                wish.generation() + 1,
                wish.present(),
                wish.instanceId(),
                wish.tenantId(),
                wish.name(),
                wish.hostname(),
                wish.power(),
                wish.graceSeconds(),
                wish.restarts(),
                wish.builds(),
                wish.cpuCores(),
                memoryGb,
                storageGb,
                wish.gpuCount(),
                wish.image(),
                ports,
                wish.userData(),
                wish.passwordHash(),
                wish.sshKeys());
    }
}
