package io.skyholm.network.securitygroup;

import io.skyholm.events.host.PortRule;
import io.skyholm.runtime.problem.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many lines a host makes of the rules of a port: what lets through the same ports from many peers is one. A host may put together more than is counted
 * here, and never less.
 */
record HostLines(List<PortRule> rules) {

    /** As many as a host takes for one port. */
    static final int MOST = 1024;

    /** So many groups never have more: each has a hundred rules at most, and one without a peer is a line for either family. */
    static final int GROUPS_THAT_FIT = MOST / 200;

    private record Kind(boolean inbound, String protocol, boolean isSix) {}

    private record Peer(Kind kind, String block) {}

    private record Ports(@Nullable Integer first, @Nullable Integer last) {}

    private record Line(Kind kind, Set<Ports> ports) {}

    HostLines {
        rules = List.copyOf(rules);
    }

    int count() {
        Map<Peer, Set<Ports>> byPeer = new HashMap<>();
        for (PortRule rule : rules) {
            Kind kind = new Kind(rule.inbound(), rule.protocol(), rule.peer().contains(":"));
            byPeer.computeIfAbsent(new Peer(kind, rule.peer()), unknown -> new HashSet<>())
                    .add(new Ports(rule.firstPort(), rule.lastPort()));
        }
        Set<Line> lines = new HashSet<>();
        byPeer.forEach((peer, ports) -> lines.add(new Line(peer.kind(), ports)));
        return lines.size();
    }

    /** Refuses, in the name of that field, what no host would take; fewer than there were before are not refused. */
    static void fit(int count, int before, String field) {
        if (count > Math.max(MOST, before)) {
            throw Problem.invalid(
                    field,
                    "would give one port more rules than a host takes: " + count
                            + " that differ in more than their peers, where " + MOST + " may be");
        }
    }

    static boolean fits(Collection<?> groups) {
        return groups.size() <= GROUPS_THAT_FIT;
    }
}
