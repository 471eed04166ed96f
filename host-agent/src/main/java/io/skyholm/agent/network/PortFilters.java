package io.skyholm.agent.network;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortRule;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the ports of a host let through, in the language of nftables: all of it replaces all that there was, at one moment.
 *
 * <p>Rules stand where a bridge forwards, since only there it is known from which port a packet comes and to which it goes. Which connection it belongs
 * to is not known there: the filters of IP, which it has passed before, mark what belongs to a known one. So a rule that is taken away closes no
 * connection. VPCs may have the same addresses, so each has connections of its own.
 */
record PortFilters(List<DesiredPort> ports) {

    /** Of what belongs to a known connection. */
    private static final String MARK = "0x10000";

    /** Connections of VPCs are told apart by a number of 16 bits; 0 is the host's own. */
    private static final int ZONES = 0xffff;

    private static final Pattern ADDRESS = Pattern.compile("([0-9a-fA-F.:]+)(?:/([0-9]{1,3}))?");

    /** As nftables lists it. */
    static final String TABLE = "table bridge skyholm";

    private static final String TABLES = """
            table inet skyholm
            delete table inet skyholm
            table bridge skyholm
            delete table bridge skyholm
            """;

    /** Neighbours, and how a guest gets its address. */
    private static final String ALWAYS = """
              chain always {
                icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert, nd-router-solicit, nd-router-advert, mld-listener-query, mld-listener-report } accept
                udp sport 68 udp dport 67 accept
                udp sport 67 udp dport 68 accept
                udp sport 546 udp dport 547 accept
                udp sport 547 udp dport 546 accept
              }
            """;

    /** What is written into the filters is nothing but what it should be: another text could be a rule of its own. */
    PortFilters {
        ports = List.copyOf(ports);
        ports.forEach(PortFilters::check);
    }

    private static void check(DesiredPort port) {
        Stream<String> addresses =
                Stream.concat(port.addresses().stream(), port.rules().stream().map(PortRule::peer));
        boolean isRight = port.macAddress().matches("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}")
                && addresses.allMatch(PortFilters::isAddress);
        if (!isRight) {
            throw new HypervisorProblem("An address of port " + port.id() + " or of its rules is none");
        }
    }

    /** One of IPv6 that means one of IPv4 is neither. */
    private static boolean isAddress(String text) {
        Matcher parts = ADDRESS.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(parts.group(1)).getAddress();
            String length = parts.group(2);
            boolean isSix = bytes.length > Integer.BYTES;
            return isSix == text.contains(":")
                    && (length == null || Integer.parseInt(length) <= bytes.length * Byte.SIZE);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    String text() {
        if (ports.isEmpty()) {
            return TABLES;
        }
        return TABLES + connections() + "table bridge skyholm {\n" + hooks() + ALWAYS
                + ports.stream().map(PortFilters::chains).collect(Collectors.joining()) + "}\n";
    }

    private String connections() {
        List<String> zones = ports.stream()
                .map(port -> quoted(new VpcBridge(port.vni()).device()) + " : " + (port.vni() % ZONES + 1))
                .distinct()
                .toList();
        String zone = zones.isEmpty() ? "" : "    ct zone set iifname map { " + String.join(", ", zones) + " }\n";
        return "table inet skyholm {\n  chain zones {\n    type filter hook prerouting priority raw; policy accept;\n"
                + zone
                + "  }\n  chain known {\n    type filter hook prerouting priority mangle; policy accept;\n"
                + "    ct state established,related meta mark set meta mark | " + MARK + "\n  }\n}\n";
    }

    /** What comes from a port of which nothing is known goes nowhere, and nothing that is in a VPC reaches the host itself. */
    private String hooks() {
        return "  chain sources {\n    type filter hook prerouting priority -300; policy accept;\n"
                + map("iifname", "source")
                + "    iifname \"" + Tap.PREFIX + "*\" drop\n  }\n"
                + "  chain forwarded {\n    type filter hook forward priority -100; policy accept;\n"
                + VpcBridge.apart()
                + "    ether type arp accept\n    meta mark & " + MARK + " != 0 accept\n"
                + map("iifname", "out") + map("oifname", "in") + "  }\n"
                + "  chain own {\n    type filter hook input priority -200; policy accept;\n    iifname \""
                + Tap.PREFIX + "*\" drop\n" + VpcBridge.fromElsewhere() + "  }\n";
    }

    private String map(String of, String chain) {
        String entries = ports.stream()
                .map(port -> quoted(Tap.device(port.id())) + " : jump " + chain + "-" + Tap.device(port.id()))
                .collect(Collectors.joining(", "));
        return entries.isEmpty() ? "" : "    " + of + " vmap { " + entries + " }\n";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String chains(DesiredPort port) {
        String name = Tap.device(port.id());
        return source(name, port)
                + rules("out-" + name, port, rule -> !rule.inbound(), "daddr")
                + rules("in-" + name, port, PortRule::inbound, "saddr");
    }

    /** Who sends something is who it says: neither its MAC address nor its addresses are another's, and it gives nobody addresses or routes. */
    private static String source(String name, DesiredPort port) {
        String mac = port.macAddress();
        StringBuilder chain = new StringBuilder("  chain source-" + name + " {\n    ether saddr != " + mac + " drop\n"
                + "    ether type arp arp saddr ether != " + mac + " drop\n");
        chain.append("    ether type arp arp saddr ip 0.0.0.0 accept\n    udp sport { 67, 547 } drop\n")
                .append(
                        "    icmpv6 type nd-router-advert drop\n    ip saddr 0.0.0.0 udp sport 68 udp dport 67 accept\n");
        addresses(port, address -> !address.contains(":"))
                .forEach(address -> chain.append("    ether type arp arp saddr ip ")
                        .append(address)
                        .append(" accept\n    ip saddr ")
                        .append(address)
                        .append(" accept\n"));
        List<String> sixes = addresses(port, address -> address.contains(":")).toList();
        // A neighbour advertisement says whose address it is in its first field behind the flags.
        sixes.forEach(address -> chain.append("    icmpv6 type nd-neighbor-advert @th,64,128 0x")
                .append(digits(address))
                .append(" accept\n"));
        chain.append(
                "    icmpv6 type nd-neighbor-advert @th,64,10 0x3fa accept\n    icmpv6 type nd-neighbor-advert drop\n");
        sixes.forEach(address -> chain.append("    ip6 saddr ").append(address).append(" accept\n"));
        // What a fragment holds is not seen here, and neighbours are never told of each other in one.
        return chain.append("    ip6 saddr { ::, fe80::/10 } exthdr frag exists drop\n")
                .append("    ip6 saddr { ::, fe80::/10 } accept\n    drop\n  }\n")
                .toString();
    }

    private static Stream<String> addresses(DesiredPort port, Predicate<String> wanted) {
        return port.addresses().stream()
                .map(address -> address.replaceAll("/.*", ""))
                .filter(wanted);
    }

    /** All digits of an address of IPv6. */
    private static String digits(String address) {
        return HexFormat.of().formatHex(InetAddress.ofLiteral(address).getAddress());
    }

    private static String rules(String name, DesiredPort port, Predicate<PortRule> wanted, String end) {
        Function<PortRule, String> line = rule -> "    " + line(rule, end) + " return\n";
        String lines = port.rules().stream().filter(wanted).map(line).collect(Collectors.joining());
        return "  chain " + name + " {\n    jump always\n" + lines + "    drop\n  }\n";
    }

    private static String line(PortRule rule, String end) {
        String peer = (rule.peer().contains(":") ? "ip6 " : "ip ") + end + " " + rule.peer();
        return switch (rule.protocol()) {
            case "tcp", "udp" -> peer + " " + ports(rule);
            case "icmp" -> peer + " meta l4proto icmp";
            case "icmpv6" -> peer + " meta l4proto ipv6-icmp";
            case "any" -> peer;
            default ->
                throw new HypervisorProblem("This host knows no protocol " + rule.protocol() + ", which a rule names");
        };
    }

    private static String ports(PortRule rule) {
        Integer first = rule.firstPort();
        Integer last = rule.lastPort();
        return first == null || last == null
                ? "meta l4proto " + rule.protocol()
                : rule.protocol() + " dport " + first + "-" + last;
    }
}
