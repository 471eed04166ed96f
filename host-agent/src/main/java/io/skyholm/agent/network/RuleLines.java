package io.skyholm.agent.network;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.network.host.Prefix;
import io.skyholm.events.host.PortRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rules of one direction as few lines: what lets through the same ports from many peers is one line with a set of them, since each line costs time with
 * every packet that no connection is known of.
 */
record RuleLines(List<PortRule> rules) {

    private static final Set<String> WITH_PORTS = Set.of("tcp", "udp");

    /** What a rule is about, its ports apart. */
    private record Kind(String protocol, boolean isSix) {}

    /** What is let through, its peers apart. */
    private record Allowed(Kind kind, List<PortRange> ports) {}

    RuleLines {
        rules = List.copyOf(rules);
    }

    /**
     * Each without what becomes of a packet that it is about.
     *
     * @param end {@code saddr} or {@code daddr}, where the peer is named
     */
    List<String> written(String end) {
        Map<Allowed, List<Prefix>> peers = new LinkedHashMap<>();
        ports().forEach((peer, ranges) -> peers.computeIfAbsent(
                        new Allowed(peer.kind(), PortRange.apart(ranges)), unknown -> new ArrayList<>())
                .add(peer.prefix()));
        return peers.entrySet().stream()
                .map(entry -> line(entry.getKey(), Prefix.apart(entry.getValue()), end))
                .toList();
    }

    /** Who may use a protocol. */
    private record Peer(Kind kind, Prefix prefix) {}

    private Map<Peer, List<PortRange>> ports() {
        Map<Peer, List<PortRange>> ports = new LinkedHashMap<>();
        for (PortRule rule : rules) {
            Prefix prefix = Prefix.read(rule.peer())
                    .orElseThrow(() -> new HypervisorProblem("The peer of a rule is no block of addresses"));
            Kind kind = new Kind(rule.protocol(), prefix.isSix());
            ports.computeIfAbsent(new Peer(kind, prefix), unknown -> new ArrayList<>())
                    .add(range(rule));
        }
        return ports;
    }

    private static PortRange range(PortRule rule) {
        Integer first = rule.firstPort();
        Integer last = rule.lastPort();
        PortRange range = first == null || last == null || !WITH_PORTS.contains(rule.protocol())
                ? PortRange.ALL
                : new PortRange(first, last);
        if (!range.isRight()) {
            throw new HypervisorProblem("A rule has no ports: they begin at " + first + " and end at " + last);
        }
        return range;
    }

    private static String line(Allowed allowed, List<Prefix> peers, String end) {
        Kind kind = allowed.kind();
        String peer = (kind.isSix() ? "ip6 " : "ip ") + end + " " + set(peers, Prefix::text);
        return switch (kind.protocol()) {
            case "tcp", "udp" ->
                allowed.ports().equals(List.of(PortRange.ALL))
                        ? peer + " meta l4proto " + kind.protocol()
                        : peer + " " + kind.protocol() + " dport " + set(allowed.ports(), PortRange::text);
            case "icmp" -> peer + " meta l4proto icmp";
            case "icmpv6" -> peer + " meta l4proto ipv6-icmp";
            case "any" -> peer;
            default ->
                throw new HypervisorProblem("This host knows no protocol " + kind.protocol() + ", which a rule names");
        };
    }

    /** As nftables writes what may be one of several. */
    static <T> String set(Collection<T> all, Function<T, String> text) {
        String members = all.stream().map(text).collect(Collectors.joining(", "));
        return all.size() == 1 ? members : "{ " + members + " }";
    }
}
