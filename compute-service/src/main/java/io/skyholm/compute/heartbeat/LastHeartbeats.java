package io.skyholm.compute.heartbeat;

import io.skyholm.compute.machine.HealthStatus;
import io.skyholm.compute.machine.MachineLiveness.LastHeartbeat;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.ThingState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What reports say of their hosts themselves. */
final class LastHeartbeats {

    private LastHeartbeats() {}

    /** One for each host of which there is a heartbeat; only the newest of each counts. */
    static Collection<LastHeartbeat> in(List<HostReport> reports) {
        Map<UUID, LastHeartbeat> heartbeats = new LinkedHashMap<>();
        for (HostReport report : reports) {
            if (report instanceof Heartbeat heartbeat) {
                heartbeats.merge(heartbeat.hostId(), of(heartbeat), LastHeartbeats::newer);
            }
        }
        return heartbeats.values();
    }

    private static LastHeartbeat newer(LastHeartbeat earlier, LastHeartbeat later) {
        return later.at().isBefore(earlier.at()) ? earlier : later;
    }

    private static LastHeartbeat of(Heartbeat heartbeat) {
        return new LastHeartbeat(heartbeat.hostId(), health(heartbeat), heartbeat.agentVersion(), heartbeat.at());
    }

    private static HealthStatus health(Heartbeat heartbeat) {
        if (heartbeat.critical()) {
            return HealthStatus.CRITICAL;
        }
        return heartbeat.warnings().isEmpty() ? HealthStatus.HEALTHY : HealthStatus.WARNING;
    }

    /**
     * Whether an inventory is whole and shows no virtual machine. A host with little on it tells all in one part, so one
     * that needs several is not looked at.
     */
    static boolean showsNoMachine(Inventory inventory) {
        return inventory.parts() == 1
                && inventory.things().stream()
                        .noneMatch(thing -> thing.kind().equals(DesiredVm.KIND) && thing.state() != ThingState.ABSENT);
    }
}
