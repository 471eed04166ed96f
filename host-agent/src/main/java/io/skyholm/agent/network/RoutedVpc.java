package io.skyholm.agent.network;

import io.skyholm.agent.network.host.Prefix;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortRoute;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is forwarded in a VPC on one host.
 *
 * @param gateways the routers of all its subnets, of which none has another's block
 * @param routes what is reached from a subnet over one of its guests, none of them twice
 * @param floating those of its ports on that host, none of them twice
 */
record RoutedVpc(List<Prefix> gateways, List<Route> routes, List<FloatingAddress> floating) {

    /**
     * What is reached over a guest.
     *
     * @param from the router of the subnet from where it is
     */
    record Route(Prefix from, Prefix destination, Prefix over) {

        boolean isSix() {
            return destination.isSix();
        }
    }

    RoutedVpc {
        gateways = List.copyOf(gateways);
        routes = List.copyOf(routes);
        floating = List.copyOf(floating);
    }

    /** What its ports on that host say; one of a service that knew of no subnets beside the port's own says that. */
    static RoutedVpc of(List<DesiredPort> ports) {
        Map<String, Prefix> gateways = new LinkedHashMap<>();
        ports.stream()
                .flatMap(port -> Stream.concat(
                        port.subnets().stream().flatMap(subnet -> subnet.gateways().stream()),
                        ServedSubnet.of(port).stream().map(subnet -> subnet.gateway() + "/" + subnet.length())))
                .flatMap(gateway -> Prefix.read(gateway).stream())
                .forEach(gateway -> gateways.putIfAbsent(gateway.network(), gateway));
        Map<String, FloatingAddress> floating = new TreeMap<>();
        ports.stream()
                .flatMap(port -> FloatingAddress.of(port).stream())
                .forEach(address -> floating.putIfAbsent(address.outer(), address));
        return new RoutedVpc(
                List.copyOf(gateways.values()), routes(ports, gateways.values()), List.copyOf(floating.values()));
    }

    private static List<Route> routes(List<DesiredPort> ports, Collection<Prefix> gateways) {
        Map<String, Route> routes = new TreeMap<>();
        ports.stream()
                .flatMap(port -> port.subnets().stream())
                .flatMap(subnet -> subnet.routes().stream())
                .flatMap(route -> read(route, gateways).stream())
                .forEach(route -> routes.putIfAbsent(
                        route.from().network() + " " + route.destination().network(), route));
        return List.copyOf(routes.values());
    }

    private static Optional<Route> read(PortRoute route, Collection<Prefix> gateways) {
        return Prefix.read(route.destination())
                .flatMap(destination -> Prefix.read(route.nextHop()).flatMap(over -> gateways.stream()
                        .filter(gateway -> gateway.isSix() == destination.isSix() && gateway.holds(over))
                        .findFirst()
                        .map(from -> new Route(from, destination, over))));
    }

    /** The floating addresses for whose family that uplink has a router. */
    List<FloatingAddress> floating(Uplink uplink) {
        return floating.stream()
                .filter(address -> uplink.router(address.isSix()).isPresent())
                .toList();
    }

    /** The blocks of one family, of which none is within another. */
    List<String> networks(Predicate<Prefix> family) {
        return Prefix.apart(gateways.stream().filter(family).toList()).stream()
                .map(Prefix::network)
                .toList();
    }
}
