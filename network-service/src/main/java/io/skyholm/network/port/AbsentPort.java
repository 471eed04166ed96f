package io.skyholm.network.port;

import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortSettings;
import io.skyholm.hosts.Orphan;
import java.util.List;
import java.util.UUID;

/** A port that a host is not to have: one that is to go from there, or should never have been there. */
public record AbsentPort(
        UUID id, UUID host, long generation, UUID instanceId, UUID tenantId, UUID subnetId, String macAddress)
        implements Orphan {

    @Override
    public DesiredPort absence() {
        return new DesiredPort(
                id,
                generation,
                false,
                instanceId,
                tenantId,
                subnetId,
                macAddress,
                null,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                PortSettings.NONE,
                null,
                List.of());
    }
}
