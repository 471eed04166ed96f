package io.skyholm.network.instance;

import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.network.port.Port;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an instance's network is, as compute is to be told.
 *
 * @param reason why it waits or failed, for a person
 * @param ports those that it has, that of the default route first
 */
record InstanceNetworkReport(
        InstanceNetworkStatus status, @Nullable String reason, List<Port> ports) {

    static InstanceNetworkReport of(InstanceNetworkStatus status, List<Port> ports) {
        return new InstanceNetworkReport(status, null, ports);
    }
}
