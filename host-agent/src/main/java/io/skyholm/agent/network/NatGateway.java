package io.skyholm.agent.network;

import io.skyholm.agent.file.KeptText;
import io.skyholm.agent.network.host.HostNetwork;
import io.skyholm.agent.network.host.VethPair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The NAT gateway of a host, by which its VPCs reach the outside: a namespace between what serves each of them and the operator's network, in which the guests of all of them
 * are seen as the one address that the host has there. VPCs may have the same addresses, so each is known here by an address of its own, behind which it
 * hides its guests first. No frame with such an address leaves the host.
 *
 * @param name of the namespace
 * @param folder in which is kept what has been made
 */
record NatGateway(HostNetwork host, String name, Path folder) {

    /** By which it is at the operator's bridge, and how that is called inside. */
    static final String OUTER = "outside-skyholm";

    private static final String INNER = "uplink";

    /** By which a VPC reaches it, and how that begins which is at the other end. */
    static final String DEVICE = "out";

    private static final String VPC = "vpc-";

    /** Nobody's: what is reserved for ever has room for the number of every VPC. */
    private static final String HIDDEN = "241.0.0.0/8";

    private static final int FIRST_OF_HIDDEN = 241;

    /** What no guest reaches outside: addresses of a machine itself, of the link alone, of groups, and those that are reserved. */
    static final String NOWHERE = "{ 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16, 224.0.0.0/3 }";

    /** The same of IPv6. */
    static final String NOWHERE_SIX = "{ ::/8, fe80::/10, ff00::/8 }";

    /** Its address for every VPC, of the link alone. */
    static final String ROUTER = "169.254.0.1";

    private static final int BYTE = 0xff;

    /** Of each VPC: what the machine can track, and the ports of the host's one address, are for all of them. */
    static final int MOST_CONNECTIONS = 16_384;

    /**
     * Who resets a connection in a packet that ends on the way leaves it known here, for five days if nobody says otherwise. No NAT should forget one sooner than this (RFC 5382), and a VPC forgets it here and in its
     * own namespace alike: what only one of them knew would be translated by that one alone.
     */
    static final String FORGETTING = "netfilter/nf_conntrack_tcp_timeout_established=7440";

    /** As which it knows a VPC. */
    static String hidden(int vni) {
        return FIRST_OF_HIDDEN + "." + (vni >> 16 & BYTE) + "." + (vni >> 8 & BYTE) + "." + (vni & BYTE);
    }

    /**
     * Guests reach neither each other by it, nor what is of this link or of nobody, such as what tells machines of a cloud about themselves.
     */
    private static final String TABLES = """
            table inet skyholm
            delete table inet skyholm
            table inet skyholm {
              set each { type ifname; size 65535; flags dynamic; }
              chain forwarded {
                type filter hook forward priority filter; policy drop;
                ct state established,related accept
                ct state invalid drop
                iifname "{vpc}*" ct state new add @each { iifname ct count over {most} } drop
                iifname != "{vpc}*" drop
                oifname != "{uplink}" drop
                ip saddr != {hidden} drop
                ip daddr {nowhere} drop
                accept
              }
              chain seen {
                type nat hook postrouting priority srcnat; policy accept;
                oifname "{uplink}" ip saddr {hidden} snat ip to {host}
              }
              chain own {
                type filter hook input priority filter; policy drop;
                meta l4proto icmp accept
              }
            }
            """.replace("{vpc}", VPC)
            .replace("{most}", Integer.toString(MOST_CONNECTIONS))
            .replace("{uplink}", INNER)
            .replace("{hidden}", HIDDEN)
            .replace("{nowhere}", NOWHERE);

    /**
     * One that is there.
     *
     * @param incarnation VPCs have to be connected anew to another one
     */
    record Ready(NatGateway gateway, Uplink uplink, String incarnation) {}

    /** Makes it as the operator says, unless it is so already. */
    Ready make(Uplink uplink) {
        String tables = TABLES.replace("{host}", uplink.host());
        String text = tables + uplink;
        Optional<String> kept = kept().read().filter(said -> said.endsWith("\n" + text));
        if (kept.isPresent() && host.device(OUTER).isPresent()) {
            return new Ready(this, uplink, kept.get().lines().findFirst().orElseThrow());
        }
        kept().forget();
        host.makeNamespace(name);
        new VethPair(host, OUTER, name, INNER).makeAt(uplink.bridge());
        own().nft(tables);
        own().set("ipv4/ip_forward=1", "ipv4/conf/all/arp_ignore=1", "ipv4/conf/all/send_redirects=0", FORGETTING);
        List<String> commands = new ArrayList<>(List.of(
                "link set dev lo up",
                "address flush dev " + INNER,
                "address add " + uplink.address() + " dev " + INNER,
                "link set dev " + INNER + " up"));
        uplink.router(false).ifPresent(router -> commands.add("route replace default via " + router + " dev " + INNER));
        own().ipBatch(commands);
        String incarnation = UUID.randomUUID().toString();
        kept().keep(incarnation + "\n" + text);
        return new Ready(this, uplink, incarnation);
    }

    private HostNetwork own() {
        return HostNetwork.of(Optional.of(name));
    }

    /** Leads what a VPC sends to the outside there, and the answers back. */
    void connect(int vni, HostNetwork server) {
        String end = VPC + vni;
        new VethPair(server, DEVICE, name, end).make();
        server.ipBatch(List.of(
                "address replace " + hidden(vni) + "/32 dev " + DEVICE,
                "link set dev " + DEVICE + " up",
                "route replace " + ROUTER + " dev " + DEVICE + " scope link",
                "route replace default via " + ROUTER + " dev " + DEVICE));
        // No VPC sends as another, whatever connection it says that belongs to.
        own().set("ipv4/conf/" + end + "/rp_filter=1");
        own().ipBatch(List.of(
                "address replace " + ROUTER + "/32 dev " + end + " scope link",
                "link set dev " + end + " up",
                "route replace " + hidden(vni) + " dev " + end));
    }

    /** What leads there goes with it. Where it never was nothing is looked for: another one's device may have that name. */
    void remove() {
        if (kept().read().isEmpty() && !host.hasNamespace(name)) {
            return;
        }
        host.removeDevice(OUTER);
        host.removeNamespace(name);
        kept().forget();
    }

    private KeptText kept() {
        return new KeptText(folder, "outside", "the way to the outside");
    }
}
