package io.skyholm.agent.network;

import io.skyholm.agent.network.host.HostNetwork;
import io.skyholm.agent.network.host.NetworkDevice;
import java.util.Optional;

/** The devices of a VPC on a host: a bridge between the ports that it has there, and a tunnel to those on other hosts. */
record VpcBridge(int vni) {

    private static final String BRIDGE = "vpc-";

    /**
     * With which the names of devices begin that filters are about: what comes through a tunnel, from what serves guests, what that has forwarded, and what it sends
     * to the outside.
     */
    static final String TUNNEL = "vxlan-";

    static final String SERVER = "server-";

    static final String ROUTER = "router-";

    static final String FLOATING = "float-";

    /** The port that VXLAN has been given. */
    private static final String PORT = "4789";

    /** As many routers a packet may pass between hosts. */
    private static final String HOPS = "16";

    private static final int BYTE = 0xff;

    /** The one that a device of a host is the bridge of. */
    static Optional<VpcBridge> of(NetworkDevice device) {
        String number = device.name().startsWith(BRIDGE) ? device.name().substring(BRIDGE.length()) : "";
        return number.matches("[0-9]{1,8}") ? Optional.of(new VpcBridge(Integer.parseInt(number))) : Optional.empty();
    }

    String device() {
        return BRIDGE + vni;
    }

    String tunnel() {
        return TUNNEL + vni;
    }

    /** By which what serves its guests on this host is at the bridge. */
    String server() {
        return SERVER + vni;
    }

    /** By which that reaches guests of every host. */
    String router() {
        return ROUTER + vni;
    }

    /** By which the floating addresses of its ports are at the operator's bridge. */
    String floating() {
        return FLOATING + vni;
    }

    /** To which hosts of this VPC send what is for all of them, and where they find each other: each has another. */
    private String group() {
        return "239." + (vni >> 16 & BYTE) + "." + (vni >> 8 & BYTE) + "." + (vni & BYTE);
    }

    /**
     * Makes what is missing. The host has no address at it, not even one that it gives itself. What it forwards goes through the filters of IP, which know which connection a packet belongs to.
     *
     * @param underlay the device through which other hosts are reached; absent where there are none
     */
    void make(HostNetwork network, Optional<String> underlay) {
        if (network.device(device()).isEmpty()) {
            network.ip(
                    "link",
                    "add",
                    device(),
                    "type",
                    "bridge",
                    "forward_delay",
                    "0",
                    "mcast_snooping",
                    "0",
                    "nf_call_iptables",
                    "1",
                    "nf_call_ip6tables",
                    "1");
        }
        underlay.ifPresent(device -> tunnel(network, device));
        // The host has no address there, and is not to give itself one.
        network.ip("link", "set", "dev", device(), "addrgenmode", "none");
        network.ip("link", "set", "dev", device(), "up");
    }

    private void tunnel(HostNetwork network, String underlay) {
        if (network.device(tunnel()).isEmpty()) {
            network.ip(
                    "link",
                    "add",
                    tunnel(),
                    "type",
                    "vxlan",
                    "id",
                    Integer.toString(vni),
                    "group",
                    group(),
                    "dev",
                    underlay,
                    "dstport",
                    PORT,
                    "ttl",
                    HOPS);
        }
        network.ip("link", "set", "dev", tunnel(), "master", device(), "up");
    }

    void remove(HostNetwork network) {
        network.removeDevice(tunnel());
        network.ip("link", "delete", "dev", device());
    }
}
