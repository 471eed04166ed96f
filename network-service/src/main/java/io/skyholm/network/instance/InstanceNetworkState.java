package io.skyholm.network.instance;

import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.hosts.HostState;
import io.skyholm.network.port.Port;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An instance's network as it is, beside what is asked for.
 *
 * @param status what compute was told last; null if nothing
 * @param host where its ports are, or were last
 * @param hostState how that host stands
 */
record InstanceNetworkState(
        RequestedNetwork requested,
        @Nullable InstanceNetworkStatus status,
        @Nullable UUID host,
        HostState hostState,
        List<Port> ports) {

    Move next() {
        if (requested.isWanted() && requested.host() == null) {
            return Move.REST;
        }
        return requested.isWanted() && status != InstanceNetworkStatus.RELEASING ? towardsThere() : towardsGone();
    }

    private Move towardsGone() {
        if (status == InstanceNetworkStatus.RELEASED || (status == null && requested.isBeginning())) {
            return Move.REST;
        }
        if (ports.isEmpty()) {
            return Move.SAY_RELEASED;
        }
        if (isProvenGone()) {
            return Move.FINISH;
        }
        return ports.stream().anyMatch(Port::isDesired) ? Move.LEAVE : Move.REST;
    }

    private Move towardsThere() {
        if (ports.isEmpty()) {
            return status == InstanceNetworkStatus.FAILED && isThere() ? Move.REST : Move.SET_UP;
        }
        if (isThere()) {
            return ports.stream().anyMatch(port -> port.isStale() || !port.isDesired()) ? Move.TELL : Move.REST;
        }
        if (isProvenGone()) {
            return Move.CHANGE_HOST;
        }
        return ports.stream().anyMatch(Port::isDesired) ? Move.LEAVE_HOST : Move.REST;
    }

    private boolean isThere() {
        return Objects.equals(host, requested.host());
    }

    private boolean isProvenGone() {
        return ports.stream().allMatch(port -> port.onHost().isGone(hostState));
    }
}
