package io.skyholm.agent.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.network.host.DeviceAddresses;
import io.skyholm.agent.network.host.HostNetwork;
import io.skyholm.agent.network.host.VethPair;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The device by which the outside reaches the floating addresses of a VPC's ports on one host.
 *
 * @param namespace of what serves the VPC
 */
record FloatingLink(HostNetwork host, VpcBridge bridge, String namespace) {

    /** How it is called inside. */
    static final String DEVICE = "floating";

    /** The routes of what has a floating address, when it does not stay in the VPC. */
    static final String TABLE = "100";

    /** Has it have these; one that has none is not there. */
    void match(List<FloatingAddress> floating, Optional<Uplink> uplink) {
        if (floating.isEmpty()) {
            host.removeDevice(bridge.floating());
        } else {
            make(floating, uplink.orElseThrow());
        }
    }

    /**
     * Has the outside reach these. Who asked for one of them before, and was told of another host, is told of this one: whoever is killed before that says so the
     * next time, since nothing is kept yet.
     */
    private void make(List<FloatingAddress> floating, Uplink uplink) {
        new VethPair(host, bridge.floating(), namespace, DEVICE).makeAt(uplink.bridge());
        own().set(
                        "ipv4/conf/" + DEVICE + "/rp_filter=0",
                        "ipv4/conf/" + DEVICE + "/arp_notify=1",
                        "ipv6/conf/" + DEVICE + "/ndisc_notify=1",
                        "ipv6/conf/" + DEVICE + "/accept_dad=0");
        // Nobody else may have one of them, so that nothing has to be waited for.
        new DeviceAddresses(own(), DEVICE, VpcServer.LINK_LOCAL)
                .match(floating.stream()
                        .collect(Collectors.toMap(
                                address -> address.outer() + (address.isSix() ? "/128" : "/32"),
                                address -> address.isSix() ? "nodad noprefixroute" : "scope global noprefixroute")));
        own().ip("link", "set", "dev", DEVICE, "up");
        own().ip("route", "replace", uplink.network(), "dev", DEVICE, "scope", "link", "table", TABLE);
        for (boolean isSix : new boolean[] {false, true}) {
            own().ipBatch(
                            isSix,
                            uplink.router(isSix).stream()
                                    .map(router -> "route replace default via " + router + " dev " + DEVICE
                                            + " onlink table " + TABLE)
                                    .toList());
        }
        // What has got an address, also the one that it had, says to all which addresses it has.
        own().ip("link", "set", "dev", DEVICE, "address", macAddress());
    }

    private String macAddress() {
        return Arrays.stream(own().read(Link[].class, "ip", "-json", "link", "show", "dev", DEVICE))
                .map(Link::macAddress)
                .findFirst()
                .orElseThrow(() -> new HypervisorProblem("A device of this host has no address"));
    }

    private HostNetwork own() {
        return HostNetwork.of(Optional.of(namespace));
    }

    /** A device as {@code ip} writes it. */
    private record Link(@JsonProperty("address") String macAddress) {}
}
