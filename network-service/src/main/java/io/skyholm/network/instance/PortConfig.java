package io.skyholm.network.instance;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.PortRoute;
import io.skyholm.events.host.PortSettings;
import io.skyholm.events.host.PortSubnet;
import io.skyholm.events.network.SubnetRoute;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a host is told of a port beside its own row and rules.
 *
 * @param routes of its own subnet
 * @param networks the VPC's own blocks: what is in them is of the same networks
 * @param guards the security groups that the port names
 * @param documents the platform's active documents, as an object of JSON by their types
 * @param rateMbps what the instance's plan lets each of its ports send; absent where nothing limits it
 * @param subnets all of the VPC, as an array of JSON
 */
record PortConfig(
        @Nullable Integer vlanId,
        int vni,
        boolean enableDns,
        List<String> dnsServers,
        List<SubnetRoute> routes,
        List<String> gateways,
        List<String> networks,
        List<String> addresses,
        List<UUID> guards,
        String documents,
        @Nullable Integer rateMbps,
        String subnets) {

    /** Those of the VPC, or else of the platform, where there is to be any. */
    List<String> nameServers() {
        if (!enableDns) {
            return List.of();
        }
        return dnsServers.isEmpty() ? platform().nameServers() : dnsServers;
    }

    /** What else guests are told. A route to everything is their router's matter, which they are told of as well. */
    PortSettings settings() {
        return platform()
                .settings()
                .over(routes.stream()
                        .filter(route -> !route.destination().endsWith("/0"))
                        .map(route -> new PortRoute(route.destination(), route.nextHop()))
                        .toList());
    }

    /** The subnets that the port's guests reach. */
    List<PortSubnet> vpcSubnets() {
        return List.of(EventJson.read(subnets, PortSubnet[].class));
    }

    private PlatformDocuments platform() {
        return EventJson.read(documents, PlatformDocuments.class);
    }
}
