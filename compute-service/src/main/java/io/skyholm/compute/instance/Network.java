package io.skyholm.compute.instance;

import io.skyholm.events.EventJson;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.events.network.InstancePort;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What network last said of an instance's ports. */
record Network(
        InstanceNetworkStatus status,
        @Nullable UUID machineId,
        @Nullable String reason,
        List<InstancePort> ports) {

    /** Before it has said anything. */
    static final Network SILENT = new Network(InstanceNetworkStatus.WAITING, null, null, List.of());

    static List<InstancePort> ports(String column) {
        return List.of(EventJson.read(column, InstancePort[].class));
    }

    boolean isReadyOn(@Nullable UUID machine) {
        return status == InstanceNetworkStatus.READY && machine != null && machine.equals(machineId);
    }

    boolean isReleased() {
        return status == InstanceNetworkStatus.RELEASED;
    }

    boolean hasFailed() {
        return status == InstanceNetworkStatus.FAILED;
    }

    /** The port of the default route first. */
    List<UUID> portIds() {
        return ports.stream()
                .sorted(Comparator.comparing(InstancePort::primary).reversed())
                .map(InstancePort::portId)
                .toList();
    }
}
