package io.skyholm.events.host;

import java.util.List;

/**
 * A subnet of a port's VPC, which guests of the port reach over their router.
 *
 * @param gateways its routers, each with the length of its prefix, as in {@code 10.0.0.1/24}
 * @param routes what its guests reach over another address than a router's
 */
public record PortSubnet(List<String> gateways, List<PortRoute> routes) {

    /** What a service told that knew of no routes has none. */
    public PortSubnet {
        gateways = List.copyOf(gateways);
        routes = routes == null ? List.of() : List.copyOf(routes);
    }
}
