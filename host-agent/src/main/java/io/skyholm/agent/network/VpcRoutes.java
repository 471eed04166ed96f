package io.skyholm.agent.network;

import io.skyholm.agent.network.host.HostNetwork;
import io.skyholm.agent.network.host.PolicyRule;
import io.skyholm.agent.network.host.PolicyRules;
import io.skyholm.agent.network.host.Prefix;
import io.skyholm.agent.network.host.RoutingTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The routes of a VPC on one host. What stays in it goes as all does; else subnets have tables of their own with what they reach over one of their guests, and
 * the device of floating addresses is that of whoever has one.
 *
 * @param network of what serves the VPC
 */
record VpcRoutes(HostNetwork network, RoutedVpc vpc) {

    private static final int WITHIN = 100;

    private static final int OVER_GUESTS = 150;

    private static final int FLOATS = 200;

    /** Tables of subnets are numbered by what their addresses begin with; those of the kernel have the first numbers. */
    private static final int FIRST_TABLE = 1000;

    private static final int MOST_TABLES = 0x3fffffff;

    /** Brings those of both families to what is wanted. */
    void make() {
        for (boolean isSix : new boolean[] {false, true}) {
            subnets(isSix);
            Map<Prefix, List<RoutedVpc.Route>> tables = vpc.routes().stream()
                    .filter(route -> route.isSix() == isSix)
                    .collect(Collectors.groupingBy(RoutedVpc.Route::from));
            tables.forEach(this::overGuests);
            rules(isSix, tables.keySet());
        }
    }

    /** What was a subnet once is none any more. */
    private void subnets(boolean isSix) {
        Predicate<Prefix> family = gateway -> gateway.isSix() == isSix;
        new RoutingTable(network, isSix, "dev " + VpcRouter.GUESTS)
                .match(vpc.gateways().stream()
                        .filter(family)
                        .collect(Collectors.toMap(
                                Prefix::network, gateway -> isSix ? "" : "src " + gateway.address() + " scope link")));
    }

    private void overGuests(Prefix from, List<RoutedVpc.Route> routes) {
        new RoutingTable(network, from.isSix(), "table " + table(from))
                .match(routes.stream()
                        .collect(Collectors.toMap(
                                route -> route.destination().network(),
                                route -> "via " + route.over().address() + " dev " + VpcRouter.GUESTS + " onlink")));
    }

    /** A subnet that has no table any more is asked no more, and what is in it stays until it is. */
    private void rules(boolean isSix, Set<Prefix> tables) {
        List<PolicyRule> rules = Stream.concat(
                        Stream.of(
                                new PolicyRule(WITHIN, "", "main", "suppress_prefixlength 0"),
                                new PolicyRule(FLOATS, "fwmark " + RouterTables.FLOATS, FloatingLink.TABLE, "")),
                        tables.stream()
                                .map(from -> new PolicyRule(OVER_GUESTS, "from " + from.network(), table(from), "")))
                .toList();
        new PolicyRules(network, isSix).match(rules, Set.of(WITHIN, OVER_GUESTS, FLOATS));
    }

    private static String table(Prefix from) {
        return Integer.toString(FIRST_TABLE + (from.first().hashCode() & MOST_TABLES));
    }
}
