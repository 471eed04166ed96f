package io.skyholm.compute.heartbeat;

import io.skyholm.compute.machine.HealthStatus;
import io.skyholm.compute.machine.MachineLiveness.LastHeartbeat;
import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.HostReport;
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
}
