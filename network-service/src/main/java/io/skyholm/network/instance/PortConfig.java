package io.skyholm.network.instance;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.PortSettings;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a host is told of a port beside its own row and rules.
 *
 * @param networks the VPC's own blocks: what is in them is of the same networks
 * @param guards the security groups that the port names
 * @param documents the platform's active documents, as an object of JSON by their types
 * @param rateMbps what the instance's plan lets each of its ports send; absent where nothing limits it
 */
record PortConfig(
        @Nullable Integer vlanId,
        int vni,
        boolean enableDns,
        List<String> dnsServers,
        List<String> gateways,
        List<String> networks,
        List<String> addresses,
        List<UUID> guards,
        String documents,
        @Nullable Integer rateMbps) {

    /** Those of the VPC, or else of the platform, where there is to be any. */
    List<String> nameServers() {
        if (!enableDns) {
            return List.of();
        }
        return dnsServers.isEmpty() ? platform().nameServers() : dnsServers;
    }

    /** What else guests are told. */
    PortSettings settings() {
        return platform().settings();
    }

    private PlatformDocuments platform() {
        return EventJson.read(documents, PlatformDocuments.class);
    }
}
