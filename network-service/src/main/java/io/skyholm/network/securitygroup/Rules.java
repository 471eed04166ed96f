package io.skyholm.network.securitygroup;

import io.skyholm.events.host.PortRule;
import io.skyholm.events.network.RuleDirection;
import io.skyholm.events.network.RuleProtocol;
import io.skyholm.events.network.SecurityRule;
import io.skyholm.network.cidr.Cidr;
import io.skyholm.runtime.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What rules mean, and which mean nothing. */
final class Rules {

    private static final List<String> EVERYBODY = List.of("0.0.0.0/0", "::/0");

    /** A block of IPv6 that begins with so many bits holds nothing but addresses that mean ones of IPv4, or none of them. */
    private static final int MEANING_IPV4_BITS = 96;

    private Rules() {}

    /** The rules as they are kept; what cannot be meant is refused. */
    static List<SecurityRule> checked(List<SecurityRule> rules) {
        List<SecurityRule> checked = new ArrayList<>();
        for (int number = 0; number < rules.size(); number++) {
            checked.add(checked("rules." + number, rules.get(number)));
        }
        return checked;
    }

    private static SecurityRule checked(String field, SecurityRule rule) {
        boolean ports = rule.firstPort() != null || rule.lastPort() != null;
        if (ports && rule.protocol() != RuleProtocol.TCP && rule.protocol() != RuleProtocol.UDP) {
            throw Problem.invalid(field + ".firstPort", "goes with TCP or UDP only");
        }
        Integer first = rule.firstPort() == null ? rule.lastPort() : rule.firstPort();
        Integer last = rule.lastPort() == null ? rule.firstPort() : rule.lastPort();
        if (first != null && last != null && first > last) {
            throw Problem.invalid(field + ".lastPort", "must not be below firstPort");
        }
        String peer = rule.peer();
        return new SecurityRule(
                rule.direction(),
                rule.protocol(),
                first,
                last,
                peer == null ? null : peer(field, rule, peer),
                rule.description());
    }

    private static String peer(String field, SecurityRule rule, String peer) {
        Cidr block = Cidr.parse(field + ".peer", peer);
        boolean other = (rule.protocol() == RuleProtocol.ICMP && block.family() == 6)
                || (rule.protocol() == RuleProtocol.ICMPV6 && block.family() == 4);
        if (other) {
            throw Problem.invalid(field + ".peer", "is of another family than the protocol");
        }
        if (block.meansIpv4() && block.prefix() >= MEANING_IPV4_BITS) {
            throw Problem.invalid(field + ".peer", "must be a block of IPv4 to mean addresses of IPv4");
        }
        return block.text();
    }

    /** The rules as a host applies them: each about one block. */
    static List<PortRule> onHost(List<SecurityRule> rules) {
        return rules.stream().flatMap(Rules::onHost).distinct().toList();
    }

    /** What guards ports of tenants that have settled nothing: all may go out, and in what is of the same networks. */
    static List<PortRule> usual(List<String> networks) {
        List<SecurityRule> rules = new ArrayList<>();
        rules.add(new SecurityRule(RuleDirection.EGRESS, RuleProtocol.ANY, null, null, null, null));
        networks.forEach(network ->
                rules.add(new SecurityRule(RuleDirection.INGRESS, RuleProtocol.ANY, null, null, network, null)));
        return onHost(rules);
    }

    private static Stream<PortRule> onHost(SecurityRule rule) {
        String protocol = rule.protocol().name().toLowerCase(Locale.ROOT);
        return peers(rule.protocol(), rule.peer())
                .map(peer -> new PortRule(
                        rule.direction() == RuleDirection.INGRESS, protocol, rule.firstPort(), rule.lastPort(), peer));
    }

    private static Stream<String> peers(RuleProtocol protocol, @Nullable String peer) {
        if (peer != null) {
            return Stream.of(peer);
        }
        return switch (protocol) {
            case ICMP -> Stream.of(EVERYBODY.getFirst());
            case ICMPV6 -> Stream.of(EVERYBODY.getLast());
            case TCP, UDP, ANY -> EVERYBODY.stream();
        };
    }
}
