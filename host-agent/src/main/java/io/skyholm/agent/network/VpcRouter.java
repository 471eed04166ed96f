package io.skyholm.agent.network;

import io.skyholm.agent.file.KeptText;
import io.skyholm.agent.network.host.DeviceAddresses;
import io.skyholm.agent.network.host.HostNetwork;
import io.skyholm.agent.network.host.Prefix;
import io.skyholm.agent.network.host.VethPair;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** Of the first of all virtual routers; guests have other ones. */
    static final String MAC_ADDRESS = "00:00:5e:00:01:01";

    /** Brings it to what it is to forward; what is so already stays untouched. */
    void route(RoutedVpc vpc, Optional<NatGateway.Ready> gateway) {
        String text = text(vpc, gateway);
        Optional<Uplink> uplink = gateway.map(NatGateway.Ready::uplink);
        List<FloatingAddress> floating = uplink.map(vpc::floating).orElse(List.of());
        if (isThere(!floating.isEmpty()) && kept().is(text)) {
            return;
        }
        kept().forget();
        connect();
        own().nft(tables(vpc, gateway).text());
        new DeviceAddresses(own(), VpcServer.DEVICE, VpcServer.LINK_LOCAL).match(addresses(vpc));
        own().ipBatch(List.of(
                "link set dev " + VpcServer.DEVICE + " up",
                // Guests of this host hear it, who may know another one of before there was this.
                "link set dev " + VpcServer.DEVICE + " address " + MAC_ADDRESS,
                "link set dev " + GUESTS + " up"));
        new VpcRoutes(own(), vpc).make();
        gateway.ifPresentOrElse(ready -> ready.gateway().connect(bridge.vni(), own()), this::disconnect);
        new FloatingLink(host, bridge, name).match(floating, uplink);
        kept().keep(text);
    }

    /** Guests are reached by another device, so that they make no route; and nobody else may have one of them, so that nothing has to be waited for. */
    private static Map<String, String> addresses(RoutedVpc vpc) {
        Map<String, String> addresses = new LinkedHashMap<>();
        vpc.gateways()
                .forEach(gateway -> addresses.put(
                        withLength(gateway), gateway.isSix() ? "nodad noprefixroute" : "scope link noprefixroute"));
        if (vpc.gateways().stream().anyMatch(Prefix::isSix)) {
            addresses.put(Prefix.written(VpcServer.LINK_LOCAL) + "/64", "nodad");
        }
        return addresses;
    }

    /** All that is made of. Whoever makes something else of it has to write something else. */
    private String text(RoutedVpc vpc, Optional<NatGateway.Ready> gateway) {
        return tables(vpc, gateway).text()
                + vpc.gateways().stream().map(VpcRouter::withLength).collect(Collectors.joining("\n"))
                + vpc.routes()
                + gateway;
    }

    private RouterTables tables(RoutedVpc vpc, Optional<NatGateway.Ready> gateway) {
        return new RouterTables(bridge.vni(), vpc, gateway.map(NatGateway.Ready::uplink));
    }

    /** Takes away its way to the outside. */
    void disconnect() {
        own().removeDevice(NatGateway.DEVICE);
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
        new VethPair(host, bridge.server(), name, VpcServer.DEVICE).makeAt(bridge.device());
        if (host.device(bridge.router()).isEmpty()) {
            // What only served, as an older agent made it, reached guests by the same device.
            own().ip("address", "flush", "dev", VpcServer.DEVICE);
        }
        new VethPair(host, bridge.router(), name, GUESTS).makeAt(bridge.device());
        own().ipBatch(List.of(
                "link set dev lo up",
                "link set dev " + VpcServer.DEVICE + " addrgenmode none",
                "link set dev " + VpcServer.DEVICE + " address " + MAC_ADDRESS));
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
                        "ipv6/conf/all/forwarding=1",
                        NatGateway.FORGETTING);
        // The bridge would forget it while guests send and get no answer by this device, and have every port see what
        // is for it.
        String ignored = host.run("bridge", "fdb", "replace", MAC_ADDRESS, "dev", bridge.server(), "master", "static");
    }

    private KeptText kept() {
        return new KeptText(folder, "routed", "a VPC's forwarding");
    }
}
