package io.skyholm.network.host;

import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.ThingKind;
import io.skyholm.hosts.HostedKind;
import io.skyholm.hosts.Orphan;
import io.skyholm.network.known.InstanceNetworkWaker;
import io.skyholm.network.port.AbsentPort;
import io.skyholm.network.traffic.TrafficCounts;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Ports as things on hosts: their rows take what hosts report, and what ports carried is counted. */
@Singleton
class PortsOnHosts implements HostedKind {

    private final InstanceNetworkWaker networks;
    private final TrafficCounts traffic;

    PortsOnHosts(InstanceNetworkWaker networks, TrafficCounts traffic) {
        this.networks = networks;
        this.traffic = traffic;
    }

    @Override
    public ThingKind kind() {
        return DesiredPort.KIND;
    }

    @Override
    public String table() {
        return "port";
    }

    @Override
    public Class<? extends Orphan> orphan() {
        return AbsentPort.class;
    }

    @Override
    public String owner() {
        return "instance_id";
    }

    /** Only who waits for a port to be gone waits for hosts. */
    @Override
    public void changed(Work work, UUID instance, boolean isDesired) {
        if (!isDesired) {
            networks.remind(work, instance);
        }
    }

    @Override
    public Uni<Void> reported(Work work, List<HostReport> reports) {
        return traffic.note(work, reports);
    }
}
