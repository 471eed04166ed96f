package io.skyholm.network.instance;

import io.skyholm.events.EventJson;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a host is told of a port beside its own row and rules.
 *
 * @param networks the VPC's own blocks: what is in them is of the same networks
 * @param guards the security groups that the port names
 * @param resolvers the platform's document that names name servers, if there is one
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
        List<String> resolvers) {

    private record Resolvers(List<String> nameServers) {}

    /** Those of the VPC, or else of the platform, where there is to be any. */
    List<String> nameServers() {
        if (!enableDns) {
            return List.of();
        }
        return dnsServers.isEmpty()
                ? resolvers.stream()
                        .flatMap(config -> EventJson.read(config, Resolvers.class).nameServers().stream())
                        .toList()
                : dnsServers;
    }
}
