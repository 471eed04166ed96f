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
        if (requested.isWanted() && requested.host() == null && !isAnothers()) {
            return Move.REST;
        }
        if (!requested.isWanted() || status == InstanceNetworkStatus.RELEASING) {
            return towardsGone();
        }
        return isAnothers() ? withoutFormer() : towardsThere();
    }

    /** Whether it went to another tenant, and its ports did not. */
    private boolean isAnothers() {
        return ports.stream().anyMatch(port -> !port.tenantId().equals(requested.tenantId()));
    }

    private Move withoutFormer() {
        if (isProvenGone()) {
            return Move.FINISH_FORMER;
        }
        return ports.stream().anyMatch(Port::isDesired) ? Move.LEAVE_FORMER : Move.REST;
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
