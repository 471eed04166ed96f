package io.skyholm.compute.part;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.events.network.InstancePort;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An instance's ports: network gives them addresses and sets them up on the instance's host. */
@Singleton
class NetworkPart implements Part {

    private static final String COLUMN = """
            select json_build_object('status', status, 'machineId', compute_machine_id, 'reason', reason,
                'ports', ports::json)::text
            from known_network where instance_id = $1 and tenant_id = $3""";

    @Override
    public String name() {
        return NETWORK;
    }

    @Override
    public String column() {
        return COLUMN;
    }

    @Override
    public Report read(@Nullable String column) {
        if (column == null) {
            return Report.NONE;
        }
        Known known = EventJson.read(column, Known.class);
        return new Report(progress(known.status()), known.machineId(), known.reason(), portIds(known.ports()));
    }

    @Override
    public DesiredVm attach(DesiredVm vm, Report report) {
        return vm.withPorts(report.attachments());
    }

    private static Progress progress(InstanceNetworkStatus status) {
        return switch (status) {
            case WAITING, RELEASING -> Progress.PENDING;
            case READY -> Progress.READY;
            case FAILED -> Progress.FAILED;
            case RELEASED -> Progress.RELEASED;
        };
    }

    /** The port of the default route first. */
    private static List<UUID> portIds(List<InstancePort> ports) {
        return ports.stream()
                .sorted(Comparator.comparing(InstancePort::primary).reversed())
                .map(InstancePort::portId)
                .toList();
    }

    /** What network last said. */
    record Known(
            InstanceNetworkStatus status,
            @Nullable UUID machineId,
            @Nullable String reason,
            List<InstancePort> ports) {}
}
