package io.skyholm.network.instance;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.compute.WantedNetwork;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What compute wants for an instance's network.
 *
 * @param networkGroupIds the groups of whose members' networks it may join any; null for all of its tenant's
 */
record RequestedNetwork(
        UUID instanceId,
        UUID tenantId,
        UUID userId,
        InstanceStatus status,
        @Nullable UUID dataCenterId,
        @Nullable UUID host,
        boolean networkWanted,
        List<WantedNetwork> networks,
        @Nullable List<UUID> networkGroupIds) {

    private static final List<WantedNetwork> USUAL = List.of(new WantedNetwork(null, null, List.of()));

    /** Whether its ports shall be there. */
    boolean isWanted() {
        return networkWanted && status != InstanceStatus.DELETED;
    }

    /** Whether nobody has ever wanted a port for it: then nothing is missed when there is none. */
    boolean isBeginning() {
        return status == InstanceStatus.CREATING && host == null;
    }

    /** Who asks for nothing in particular gets one port in the default subnet. */
    List<WantedNetwork> ports() {
        return networks.isEmpty() ? USUAL : networks;
    }
}
