package io.skyholm.agent.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may pass through that which serves a VPC on one host, in the language of nftables. What it forwards has passed the filters of the port that it comes
 * from, and passes those of the port that it goes to.
 */
record RouterTables(int vni, RoutedVpc vpc, Optional<Uplink> uplink) {

    /**
     * To how many guests a host forwards within a minute. The kernel keeps whom it looks for in one table for all, and looks for whoever a guest names, also for those who
     * are not there.
     */
    static final int MOST_FOUND = 1024;

    /** By which what comes from outside arrives. */
    private static final String OUTER = "\"" + NatGateway.DEVICE + "\", \"" + FloatingLink.DEVICE + "\"";

    /** What bears it goes to the outside by the device of floating addresses. */
    static final String FLOATS = "0x1";

    private static final String BEGIN = """
            table inet skyholm
            delete table inet skyholm
            table inet skyholm {
              set found { type ipv4_addr; size %1$d; flags dynamic, timeout; timeout 1m; }
              set found6 { type ipv6_addr; size %1$d; flags dynamic, timeout; timeout 1m; }
            """.formatted(MOST_FOUND);

    /** All of it, in the place of what is there. */
    String text() {
        return BEGIN + arriving() + uplink.map(this::translated).orElse("") + forwarded() + OWN + "}\n";
    }

    /** By the device through which it reaches guests nothing comes but answers of who has an address. */
    private String arriving() {
        return """
              chain arriving {
                type filter hook prerouting priority raw; policy accept;
                iifname "%1$s" meta l4proto != ipv6-icmp drop
                iifname "%1$s" icmpv6 type != { nd-neighbor-solicit, nd-neighbor-advert } drop
            """.formatted(VpcRouter.GUESTS) + (uplink.isPresent() ? known(false) + known(true) : "") + "  }\n";
    }

    /** Nobody outside has an address of the VPC, and what stays in it is of no connection that has to be known here. */
    private String known(boolean isSix) {
        String networks = networks(isSix);
        return networks.isEmpty() ? "" : """
                    iifname { %1$s } %2$s saddr %3$s drop
                    iifname "%4$s" %2$s daddr %3$s notrack
                """.formatted(OUTER, family(isSix), networks, VpcServer.DEVICE);
    }

    /**
     * As whom the outside, and with a floating address also a guest of the VPC, sees guests, and whom it reaches by floating addresses. A guest that reaches another
     * of its VPC by a floating address is seen there as from outside: its own address would be answered past this translation.
     */
    private String translated(Uplink way) {
        List<FloatingAddress> floating = vpc.floating(way);
        String networks = networks(false);
        return chain(
                        "chosen",
                        "type filter hook prerouting priority mangle",
                        chosen(floating, false) + chosen(floating, true))
                + chain(
                        "reached",
                        "type nat hook prerouting priority dstnat",
                        reached(floating, false) + reached(floating, true))
                + chain(
                        "leaving",
                        "type nat hook postrouting priority srcnat",
                        leaving(floating, false)
                                + leaving(floating, true)
                                + (networks.isEmpty()
                                        ? ""
                                        : "    oifname \"%s\" ip saddr %s ct status dnat snat ip to %s\n"
                                                .formatted(VpcRouter.GUESTS, networks, way.host()))
                                + "    oifname \"%s\" snat ip to %s\n"
                                        .formatted(NatGateway.DEVICE, NatGateway.hidden(vni)));
    }

    private static String chain(String name, String hook, String rules) {
        return rules.isEmpty() ? "" : "  chain " + name + " {\n    " + hook + "; policy accept;\n" + rules + "  }\n";
    }

    private static String chosen(List<FloatingAddress> floating, boolean isSix) {
        List<String> inner =
                of(floating, isSix).map(FloatingAddress::inner).distinct().toList();
        return inner.isEmpty()
                ? ""
                : "    iifname \"%s\" %s saddr %s meta mark set %s\n"
                        .formatted(VpcServer.DEVICE, family(isSix), RuleLines.set(inner, address -> address), FLOATS);
    }

    private static String reached(List<FloatingAddress> floating, boolean isSix) {
        String map = of(floating, isSix)
                .map(address -> address.outer() + " : " + address.inner())
                .collect(Collectors.joining(", "));
        String family = family(isSix);
        return map.isEmpty() ? "" : "    dnat %s to %s daddr map { %s }\n".formatted(family, family, map);
    }

    /** Of several that a port has the first is that by which it is seen. */
    private static String leaving(List<FloatingAddress> floating, boolean isSix) {
        Map<String, String> seen = new LinkedHashMap<>();
        of(floating, isSix).forEach(address -> seen.putIfAbsent(address.inner(), address.outer()));
        String map = seen.entrySet().stream()
                .map(entry -> entry.getKey() + " : " + entry.getValue())
                .collect(Collectors.joining(", "));
        return map.isEmpty() ? "" : """
                    oifname "%1$s" snat %2$s to %2$s saddr map { %3$s }
                    oifname "%4$s" ct status dnat snat %2$s to %2$s saddr map { %3$s }
                """.formatted(FloatingLink.DEVICE, family(isSix), map, VpcRouter.GUESTS);
    }

    private static Stream<FloatingAddress> of(List<FloatingAddress> floating, boolean isSix) {
        return floating.stream().filter(address -> address.isSix() == isSix);
    }

    private static String family(boolean isSix) {
        return isSix ? "ip6" : "ip";
    }

    private String forwarded() {
        return """
              chain forwarded {
                type filter hook forward priority filter; policy drop;
            """ + within(false) + within(true) + over(false) + over(true)
                + uplink.map(RouterTables::outside).orElse("") + "  }\n";
    }

    /**
     * Who is asked may answer; whom nobody outside can name by a floating address is not reached. What belongs to no connection is not translated, and would
     * leave with an address of the VPC. Who is at the operator's network without a router is looked for as a guest is.
     */
    private static String outside(Uplink way) {
        return """
                oifname { %3$s } ct state invalid drop
                oifname { %3$s } ip daddr %7$s drop
                oifname { %3$s } ip6 daddr %8$s drop
                iifname "%1$s" oifname "%2$s" ip daddr %9$s update @found { ip daddr } accept
                iifname "%1$s" oifname "%2$s" ip daddr != %9$s accept
                iifname { %3$s } oifname "%4$s" ct state established,related accept
                iifname "%5$s" oifname "%4$s" ct status dnat accept
                iifname "%1$s" oifname "%5$s" meta mark %6$s ip daddr %9$s update @found { ip daddr } accept
                iifname "%1$s" oifname "%5$s" meta mark %6$s ip daddr != %9$s accept
                iifname "%1$s" oifname "%5$s" meta mark %6$s meta nfproto ipv6 accept
            """.formatted(
                        VpcServer.DEVICE,
                        NatGateway.DEVICE,
                        OUTER,
                        VpcRouter.GUESTS,
                        FloatingLink.DEVICE,
                        FLOATS,
                        NatGateway.NOWHERE,
                        NatGateway.NOWHERE_SIX,
                        way.network());
    }

    private String within(boolean isSix) {
        String networks = networks(isSix);
        String address = family(isSix) + " daddr";
        return networks.isEmpty()
                ? ""
                : "    iifname \"%s\" oifname \"%s\" %s %s update @%s { %s } accept\n"
                        .formatted(
                                VpcServer.DEVICE,
                                VpcRouter.GUESTS,
                                address,
                                networks,
                                isSix ? "found6" : "found",
                                address);
    }

    /** What a subnet reaches over one of its guests; that one is the only one who is looked for. */
    private String over(boolean isSix) {
        List<String> from = vpc.routes().stream()
                .filter(route -> route.isSix() == isSix)
                .map(route -> route.from().network())
                .distinct()
                .toList();
        return from.isEmpty()
                ? ""
                : "    iifname \"%1$s\" oifname \"%2$s\" %3$s saddr %4$s %3$s daddr != %5$s accept\n"
                        .formatted(
                                VpcServer.DEVICE,
                                VpcRouter.GUESTS,
                                family(isSix),
                                RuleLines.set(from, network -> network),
                                networks(isSix));
    }

    /** The blocks of a family as filters write them; empty if there are none. */
    private String networks(boolean isSix) {
        List<String> networks = vpc.networks(prefix -> prefix.isSix() == isSix);
        return networks.isEmpty() ? "" : RuleLines.set(networks, network -> network);
    }

    /** What is asked of it itself. */
    private static final String OWN = """
              chain own {
                type filter hook input priority filter; policy drop;
                iifname "lo" accept
                meta l4proto { icmp, ipv6-icmp } accept
                iifname "%s" udp dport { 67, 547 } accept
              }
            """.formatted(VpcServer.DEVICE);
}
