package io.skyholm.agent.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skyholm.agent.file.KeptText;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.network.host.HostNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The network of what serves a VPC on one host: it has the gateways of all subnets, and forwards between them.
 *
 * <p>It has two devices. Guests reach it by one that has the gateways' addresses, and one MAC address on every host: a guest keeps its router wherever it goes.
 * No frame of that one enters a tunnel, so it is everywhere the nearest. It reaches guests by the other, which has a MAC address that no other host has, and
 * no address of IPv4: it asks who has an address as one who has none yet, so that no guest takes it for its router, and answers find the way
 * back to this host.
 *
 * @param name of the namespace
 * @param folder where is kept what has been made
 */
record VpcRouter(HostNetwork host, VpcBridge bridge, String name, Path folder) {

    /** By which guests are reached. */
    static final String GUESTS = "eth1";

    /** By which the outside reaches floating addresses. */
    static final String FLOATING = "floating";

    /** The routes of what has a floating address, when it does not stay in the VPC. */
    private static final String FLOATING_ROUTES = "100";

    private static final int WITHIN = 100;

    private static final int OVER_GUESTS = 150;

    private static final int FLOATS = 200;

    /** Tables of subnets are numbered by what their addresses begin with; those of the kernel have the first numbers. */
    private static final int FIRST_TABLE = 1000;

    private static final int MOST_TABLES = 0x3fffffff;

    /** Of the first of all virtual routers; guests have other ones. */
    static final String MAC_ADDRESS = "00:00:5e:00:01:01";

    /** Brings it to what it is to forward; what is so already stays untouched. */
    void route(RoutedVpc vpc, Optional<Outside.Way> way) {
        String text = text(vpc, way);
        List<FloatingAddress> floating =
                way.map(there -> vpc.floating(there.uplink())).orElse(List.of());
        if (isThere(!floating.isEmpty()) && kept().is(text)) {
            return;
        }
        kept().forget();
        connect();
        own().nft(tables(vpc, way).text());
        List<String> gateways = new ArrayList<>(
                vpc.gateways().stream().map(VpcRouter::withLength).toList());
        if (vpc.gateways().stream().anyMatch(Prefix::isSix)) {
            gateways.add(Prefix.written(VpcServer.LINK_LOCAL) + "/64");
        }
        addresses(VpcServer.DEVICE, gateways);
        own().ip("link", "set", "dev", VpcServer.DEVICE, "up");
        // Guests of this host hear it, who may know another one of before there was this.
        own().ip("link", "set", "dev", VpcServer.DEVICE, "address", MAC_ADDRESS);
        own().ip("link", "set", "dev", GUESTS, "up");
        routes(vpc);
        for (boolean isSix : new boolean[] {false, true}) {
            rules(isSix);
            overGuests(vpc, isSix);
        }
        way.ifPresentOrElse(there -> there.outside().connect(bridge.vni(), own()), this::disconnect);
        if (floating.isEmpty()) {
            remove(bridge.floating());
        } else {
            lead(floating, way.orElseThrow().uplink());
        }
        kept().keep(text);
    }

    /**
     * Has the outside reach these. Who asked for one of them before, and was told of another host, is told of this one: whoever is killed before that says so the
     * next time, since nothing is kept yet.
     */
    private void lead(List<FloatingAddress> floating, Uplink uplink) {
        pair(bridge.floating(), FLOATING, uplink.bridge());
        own().set(
                        "ipv4/conf/" + FLOATING + "/rp_filter=0",
                        "ipv4/conf/" + FLOATING + "/arp_notify=1",
                        "ipv6/conf/" + FLOATING + "/ndisc_notify=1",
                        "ipv6/conf/" + FLOATING + "/accept_dad=0");
        addresses(
                FLOATING,
                floating.stream()
                        .map(address -> address.outer() + (address.isSix() ? "/128" : "/32"))
                        .toList());
        own().ip("link", "set", "dev", FLOATING, "up");
        own().ip("route", "replace", uplink.network(), "dev", FLOATING, "scope", "link", "table", FLOATING_ROUTES);
        uplink.router(false).ifPresent(router -> byRouter("-4", router));
        uplink.router(true).ifPresent(router -> byRouter("-6", router));
        // What has got an address, also the one that it had, says to all which addresses it has.
        own().ip("link", "set", "dev", FLOATING, "address", macAddress(FLOATING));
    }

    private void byRouter(String family, String router) {
        own().ip(
                        family,
                        "route",
                        "replace",
                        "default",
                        "via",
                        router,
                        "dev",
                        FLOATING,
                        "onlink",
                        "table",
                        FLOATING_ROUTES);
    }

    /** What stays in the VPC goes as all does; else subnets have routes of their own, and the device of floating addresses is that of whoever has one. */
    private void rules(boolean isSix) {
        String family = family(isSix);
        Set<Integer> there = all(isSix).map(Rule::priority).collect(Collectors.toSet());
        if (!there.contains(WITHIN)) {
            own().ip(
                            family,
                            "rule",
                            "add",
                            "priority",
                            Integer.toString(WITHIN),
                            "lookup",
                            "main",
                            "suppress_prefixlength",
                            "0");
        }
        if (!there.contains(FLOATS)) {
            own().ip(
                            family,
                            "rule",
                            "add",
                            "priority",
                            Integer.toString(FLOATS),
                            "fwmark",
                            RouterTables.FLOATS,
                            "lookup",
                            FLOATING_ROUTES);
        }
    }

    private Stream<Rule> all(boolean isSix) {
        return Arrays.stream(own().read(Rule[].class, "ip", "-json", family(isSix), "rule", "show"));
    }

    private static String family(boolean isSix) {
        return isSix ? "-6" : "-4";
    }

    /** Each subnet that has some has a table of them. One that has none any more is asked no more, and what is in it stays until it is. */
    private void overGuests(RoutedVpc vpc, boolean isSix) {
        Map<Prefix, List<RoutedVpc.Route>> wanted = vpc.routes().stream()
                .filter(route -> route.isSix() == isSix)
                .collect(Collectors.groupingBy(RoutedVpc.Route::from));
        Map<String, Rule> there = all(isSix)
                .filter(rule -> rule.priority() == OVER_GUESTS)
                .collect(Collectors.toMap(Rule::table, rule -> rule, (one, other) -> one));
        wanted.forEach((from, routes) -> {
            overGuests(from, routes);
            if (!there.containsKey(table(from))) {
                rule(isSix, "add", from.network(), table(from));
            }
        });
        Set<String> tables = wanted.keySet().stream().map(VpcRouter::table).collect(Collectors.toSet());
        there.values().stream()
                .filter(rule -> !tables.contains(rule.table()))
                .forEach(rule -> rule(isSix, "delete", rule.from() + "/" + rule.length(), rule.table()));
    }

    private void rule(boolean isSix, String change, String from, String table) {
        own().ip(
                        family(isSix),
                        "rule",
                        change,
                        "priority",
                        Integer.toString(OVER_GUESTS),
                        "from",
                        from,
                        "lookup",
                        table);
    }

    private void overGuests(Prefix from, List<RoutedVpc.Route> routes) {
        String family = family(from.isSix());
        for (RoutedVpc.Route route : routes) {
            own().ip(
                            family,
                            "route",
                            "replace",
                            route.destination().network(),
                            "via",
                            route.over().address(),
                            "dev",
                            GUESTS,
                            "onlink",
                            "table",
                            table(from));
        }
        Set<String> wanted =
                routes.stream().map(route -> route.destination().network()).collect(Collectors.toSet());
        Arrays.stream(own().read(Route[].class, "ip", "-json", family, "route", "show", "table", table(from)))
                .map(Route::destination)
                .filter(former -> !wanted.contains(whole(former, from.isSix())))
                .forEach(former -> own().ip(family, "route", "delete", former, "table", table(from)));
    }

    /** As it is written here. */
    private static String whole(String destination, boolean isSix) {
        String everything = isSix ? "::/0" : "0.0.0.0/0";
        return Prefix.read(destination.equals("default") ? everything : destination)
                .map(Prefix::network)
                .orElse(destination);
    }

    private static String table(Prefix from) {
        return Integer.toString(FIRST_TABLE + (from.first().hashCode() & MOST_TABLES));
    }

    private String macAddress(String device) {
        return Arrays.stream(own().read(Link[].class, "ip", "-json", "link", "show", "dev", device))
                .map(Link::macAddress)
                .findFirst()
                .orElseThrow(() -> new HypervisorProblem("A device of this host has no address"));
    }

    private void remove(String device) {
        if (host.device(device).isPresent()) {
            host.ip("link", "delete", "dev", device);
        }
    }

    /** All that is made of. Whoever makes something else of it has to write something else. */
    private String text(RoutedVpc vpc, Optional<Outside.Way> way) {
        return tables(vpc, way).text()
                + vpc.gateways().stream().map(VpcRouter::withLength).collect(Collectors.joining("\n"))
                + vpc.routes()
                + way;
    }

    private RouterTables tables(RoutedVpc vpc, Optional<Outside.Way> way) {
        return new RouterTables(bridge.vni(), vpc, way.map(Outside.Way::uplink));
    }

    /** Takes away its way to the outside. */
    void disconnect() {
        if (own().device(Outside.WAY).isPresent()) {
            own().ip("link", "delete", "dev", Outside.WAY);
        }
    }

    private static String withLength(Prefix gateway) {
        return gateway.address() + "/" + gateway.length();
    }

    private HostNetwork own() {
        return HostNetwork.of(Optional.of(name));
    }

    private boolean isThere(boolean floats) {
        return host.device(bridge.server()).isPresent()
                && host.device(bridge.router()).isPresent()
                && host.device(bridge.floating()).isPresent() == floats;
    }

    private void connect() {
        host.makeNamespace(name);
        pair(bridge.server(), VpcServer.DEVICE, bridge.device());
        if (host.device(bridge.router()).isEmpty()) {
            // What only served, as an older agent made it, reached guests by the same device.
            own().ip("address", "flush", "dev", VpcServer.DEVICE);
        }
        pair(bridge.router(), GUESTS, bridge.device());
        own().ip("link", "set", "dev", "lo", "up");
        own().ip("link", "set", "dev", VpcServer.DEVICE, "addrgenmode", "none");
        own().ip("link", "set", "dev", VpcServer.DEVICE, "address", MAC_ADDRESS);
        // A device answers for its own addresses alone, and gives none away when it asks. Guests are behind another
        // device than they come from.
        own().set(
                        "ipv4/conf/all/rp_filter=0",
                        "ipv4/conf/default/rp_filter=0",
                        "ipv4/conf/" + VpcServer.DEVICE + "/rp_filter=0",
                        "ipv4/conf/" + GUESTS + "/rp_filter=0",
                        "ipv4/conf/" + VpcServer.DEVICE + "/arp_notify=1",
                        "ipv4/conf/all/arp_ignore=1",
                        "ipv4/conf/all/arp_announce=2",
                        "ipv4/conf/all/send_redirects=0",
                        "ipv4/conf/default/send_redirects=0",
                        "ipv6/conf/" + GUESTS + "/accept_dad=0",
                        "ipv4/ip_forward=1",
                        "ipv6/conf/all/forwarding=1");
        // The bridge would forget it while guests send and get no answer by this device, and have every port see what
        // is for it.
        String ignored = host.run("bridge", "fdb", "replace", MAC_ADDRESS, "dev", bridge.server(), "master", "static");
    }

    private void pair(String outer, String inner, String at) {
        if (host.device(outer).isEmpty()) {
            host.ip("link", "add", "name", outer, "type", "veth", "peer", "name", inner, "netns", name);
        }
        host.ip("link", "set", "dev", outer, "master", at, "up");
    }

    /** Has a device have these and no others. One that stays is not taken away for a moment. */
    private void addresses(String device, List<String> wanted) {
        Set<String> there = Arrays.stream(own().read(Link[].class, "ip", "-json", "address", "show", "dev", device))
                .flatMap(link -> link.addresses().stream())
                .filter(address -> !address.isOwn())
                .map(address -> Prefix.written(address.local()) + "/" + address.length())
                .collect(Collectors.toSet());
        wanted.stream().filter(address -> !there.contains(address)).forEach(address -> add(device, address));
        there.stream().filter(address -> !wanted.contains(address)).forEach(address -> own().ip(
                        "address", "delete", address, "dev", device));
    }

    /** Guests are reached by another device, so that it makes no route; and nobody else may have it, so that nothing has to be waited for. */
    private void add(String device, String address) {
        if (!isSix(address)) {
            String scope = device.equals(FLOATING) ? "global" : "link";
            own().ip("address", "add", address, "dev", device, "scope", scope, "noprefixroute");
        } else if (address.startsWith(Prefix.written(VpcServer.LINK_LOCAL) + "/")) {
            own().ip("address", "add", address, "dev", device, "nodad");
        } else {
            own().ip("address", "add", address, "dev", device, "nodad", "noprefixroute");
        }
    }

    private static boolean isSix(String address) {
        return address.contains(":");
    }

    private void routes(RoutedVpc vpc) {
        Set<String> wanted = vpc.gateways().stream().map(Prefix::network).collect(Collectors.toSet());
        for (Prefix gateway : vpc.gateways()) {
            if (gateway.isSix()) {
                own().ip("-6", "route", "replace", gateway.network(), "dev", GUESTS);
            } else {
                own().ip(
                                "route",
                                "replace",
                                gateway.network(),
                                "dev",
                                GUESTS,
                                "src",
                                gateway.address(),
                                "scope",
                                "link");
            }
        }
        others("-4", wanted, former -> own().ip("-4", "route", "delete", former, "dev", GUESTS));
        others("-6", wanted, former -> own().ip("-6", "route", "delete", former, "dev", GUESTS));
    }

    /** What was a subnet once. */
    private void others(String family, Set<String> wanted, Consumer<String> each) {
        Arrays.stream(own().read(Route[].class, "ip", "-json", family, "route", "show", "dev", GUESTS))
                .map(Route::destination)
                .filter(destination -> !destination.startsWith("fe80:") && !destination.startsWith("ff00:"))
                .filter(destination -> Prefix.read(destination)
                        .filter(prefix -> !wanted.contains(prefix.network()))
                        .isPresent())
                .forEach(each);
    }

    private KeptText kept() {
        return new KeptText(folder, "routed", "a VPC's forwarding");
    }

    /** A device as {@code ip} writes it. */
    private record Link(
            @JsonProperty("address") String macAddress,
            @Nullable @JsonProperty("addr_info") List<Address> known) {

        List<Address> addresses() {
            return known == null ? List.of() : known;
        }
    }

    private record Address(
            String local, @JsonProperty("prefixlen") int length) {

        /** One that the device has given itself, by which it finds its neighbours. */
        boolean isOwn() {
            return local.startsWith("fe80:") && !local.equals(VpcServer.LINK_LOCAL);
        }
    }

    private record Route(@JsonProperty("dst") String destination) {}

    private record Rule(
            int priority,
            @JsonProperty("src") String from,
            @Nullable @JsonProperty("srclen") Integer length,
            String table) {}
}
