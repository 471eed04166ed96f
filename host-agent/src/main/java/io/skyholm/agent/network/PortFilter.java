package io.skyholm.agent.network;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.network.host.Prefix;
import io.skyholm.agent.network.host.SetElement;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortRule;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one port lets through: three chains of its own, and elements of the maps that lead to them. */
record PortFilter(DesiredPort port) {

    /** Each takes time with every packet of which no connection is known yet. */
    static final int MOST_LINES = 1024;

    /** Connections of VPCs are told apart by a number of 16 bits; 0 is the host's own. */
    private static final int ZONES = 0xffff;

    /** What is written into the filters is nothing but what it should be: another text could be a rule of its own. */
    PortFilter {
        Stream<String> addresses =
                Stream.concat(port.addresses().stream(), port.rules().stream().map(PortRule::peer));
        boolean isRight = port.macAddress().matches("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}")
                && addresses.allMatch(address -> Prefix.read(address).isPresent());
        if (!isRight) {
            throw new HypervisorProblem("An address of port " + port.id() + " or of its rules is none");
        }
    }

    private String device() {
        return Tap.device(port.id());
    }

    private List<String> chains() {
        return Stream.of("source-", "out-", "in-")
                .map(chain -> chain + device())
                .toList();
    }

    /** What of its host's maps and sets is about it; ports of a VPC share some. */
    List<SetElement> elements() {
        String tap = quoted(device());
        String bridge = quoted(new VpcBridge(port.vni()).device());
        return List.of(
                new SetElement(FilterTables.BRIDGE + " sources", tap, "jump source-" + device()),
                new SetElement(FilterTables.BRIDGE + " leaving", tap, "jump out-" + device()),
                new SetElement(FilterTables.BRIDGE + " arriving", tap, "jump in-" + device()),
                new SetElement(FilterTables.BRIDGE + " taps", tap + " . " + port.macAddress(), ""),
                new SetElement(FilterTables.INET + " ports", bridge + " . " + port.macAddress(), ""),
                new SetElement(FilterTables.INET + " zones", bridge, Integer.toString(port.vni() % ZONES + 1)));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    /** Its chains as they are to be, whether or not they are there. */
    String placed() {
        String made = chains().stream()
                .map(chain -> "add chain " + FilterTables.BRIDGE + " " + chain + "\nflush chain " + FilterTables.BRIDGE
                        + " " + chain + "\n")
                .collect(Collectors.joining());
        List<String> leaving = lines(rule -> !rule.inbound(), "daddr");
        List<String> arriving = lines(PortRule::inbound, "saddr");
        if (leaving.size() + arriving.size() > MOST_LINES) {
            throw new HypervisorProblem("Port " + port.id() + " has more rules than this host takes for one: "
                    + (leaving.size() + arriving.size()) + " that cannot be put together, where " + MOST_LINES
                    + " may be");
        }
        return made + "table " + FilterTables.BRIDGE + " {\n" + source() + rules("out-", leaving)
                + rules("in-", arriving) + "}\n";
    }

    /** To be said once nothing leads to its chains. */
    String removed() {
        return chains().stream()
                .map(chain -> "delete chain " + FilterTables.BRIDGE + " " + chain + "\n")
                .collect(Collectors.joining());
    }

    private List<String> lines(Predicate<PortRule> wanted, String end) {
        return new RuleLines(port.rules().stream().filter(wanted).toList()).written(end);
    }

    private String rules(String chain, List<String> lines) {
        return "  chain " + chain + device() + " {\n    jump always\n"
                + lines.stream().map(line -> "    " + line + " return\n").collect(Collectors.joining())
                + "    drop\n  }\n";
    }

    /**
     * Who sends something is who it says: neither its MAC address nor its addresses are another's, nor those of what serves its VPC, and it gives nobody
     * addresses or routes.
     */
    private String source() {
        String mac = port.macAddress();
        String router = VpcServer.LINK_LOCAL;
        StringBuilder chain = new StringBuilder("  chain source-" + device() + " {\n    ether saddr != " + mac
                + " drop\n    ether type arp arp saddr ether != " + mac + " drop\n");
        // Who asks for an address says in the request for whom, which is what a server goes by.
        chain.append("    ether type arp arp saddr ip 0.0.0.0 accept\n    udp sport { 67, 547 } drop\n")
                .append("    udp dport 67 @th,288,48 != 0x")
                .append(mac.replace(":", ""))
                .append(" drop\n")
                .append("    icmpv6 type { nd-router-advert, nd-redirect } drop\n    ip6 saddr ")
                .append(router)
                .append(" drop\n    ip saddr 0.0.0.0 udp sport 68 udp dport 67 accept\n");
        addresses(address -> !address.contains(":")).forEach(address -> chain.append("    ether type arp arp saddr ip ")
                .append(address)
                .append(" accept\n    ip saddr ")
                .append(address)
                .append(" accept\n"));
        List<String> sixes = addresses(address -> address.contains(":")).toList();
        // A neighbour advertisement says whose address it is in its first field behind the flags.
        chain.append(advertised(router)).append(" drop\n");
        sixes.forEach(address -> chain.append(advertised(address)).append(" accept\n"));
        chain.append(
                "    icmpv6 type nd-neighbor-advert @th,64,10 0x3fa accept\n    icmpv6 type nd-neighbor-advert drop\n");
        sixes.forEach(address -> chain.append("    ip6 saddr ").append(address).append(" accept\n"));
        // What a fragment holds is not seen here, and neighbours are never told of each other in one.
        chain.append("    ip6 saddr { ::, fe80::/10 } exthdr frag exists drop\n")
                .append("    ip6 saddr { ::, fe80::/10 } accept\n");
        // Last, since it may be everything: what is said of addresses has been looked at, whoever says it.
        forwarded().forEach(chain::append);
        return chain.append("    drop\n  }\n").toString();
    }

    /** Over whom something is reached, that bears addresses of what is there, too; but none of the VPC's, whose guests are who they say. */
    private Stream<String> forwarded() {
        List<String> own = addresses(address -> true).map(Prefix::written).toList();
        RoutedVpc vpc = RoutedVpc.of(List.of(port));
        return vpc.routes().stream()
                .filter(route -> own.contains(route.over().address()))
                .map(route -> {
                    String source = route.isSix() ? "ip6 saddr " : "ip saddr ";
                    List<String> networks = vpc.networks(prefix -> prefix.isSix() == route.isSix());
                    return "    " + source + route.destination().network() + " " + source + "!= "
                            + RuleLines.set(networks, network -> network)
                            + (route.isSix() ? " ip6 saddr != fe80::/10" : "") + " accept\n";
                });
    }

    private static String advertised(String address) {
        String digits = HexFormat.of().formatHex(InetAddress.ofLiteral(address).getAddress());
        return "    icmpv6 type nd-neighbor-advert @th,64,128 0x" + digits;
    }

    private Stream<String> addresses(Predicate<String> wanted) {
        return port.addresses().stream()
                .map(address -> address.replaceAll("/.*", ""))
                .filter(wanted);
    }
}
