package io.skyholm.network.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.host.PortRule;
import io.skyholm.events.network.RuleDirection;
import io.skyholm.events.network.RuleProtocol;
import io.skyholm.events.network.SecurityRule;
import io.skyholm.runtime.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rules mean on a host, and which mean nothing. */
class RulesTest {

    @Test
    void ruleWithoutPeerIsAboutEverybodyOfEachFamily() {
        assertThat(Rules.onHost(List.of(rule(RuleProtocol.TCP, 80, 80, null))))
                .containsExactly(
                        new PortRule(true, "tcp", 80, 80, "0.0.0.0/0"), new PortRule(true, "tcp", 80, 80, "::/0"));
        assertThat(Rules.onHost(List.of(rule(RuleProtocol.ICMP, null, null, null))))
                .containsExactly(new PortRule(true, "icmp", null, null, "0.0.0.0/0"));
    }

    @Test
    void onePortIsARangeOfOne() {
        SecurityRule checked = Rules.checked(List.of(rule(RuleProtocol.UDP, 53, null, "10.0.0.0/8")))
                .getFirst();
        assertThat(checked.lastPort()).isEqualTo(53);
    }

    @Test
    void usualRulesLetAllOutAndTheSameNetworksIn() {
        assertThat(Rules.usual(List.of("10.0.0.0/16")))
                .containsExactly(
                        new PortRule(false, "any", null, null, "0.0.0.0/0"),
                        new PortRule(false, "any", null, null, "::/0"),
                        new PortRule(true, "any", null, null, "10.0.0.0/16"));
    }

    @Test
    void whatCannotBeMeantIsRefusedByName() {
        refused("rules.0.firstPort", rule(RuleProtocol.ICMP, 1, 2, null));
        refused("rules.0.lastPort", rule(RuleProtocol.TCP, 90, 80, null));
        refused("rules.0.peer", rule(RuleProtocol.TCP, 80, 80, "10.0.0.1/8"));
        refused("rules.0.peer", rule(RuleProtocol.ICMPV6, null, null, "10.0.0.0/8"));
        refused("rules.0.peer", rule(RuleProtocol.TCP, 80, 80, "::ffff:10.0.0.1/128"));
        assertThat(Rules.checked(List.of(rule(RuleProtocol.TCP, 80, 80, "::/0"))))
                .hasSize(1);
    }

    @Test
    void protocolOfOneFamilyIsAboutEverybodyOfThatFamily() {
        assertThat(Rules.onHost(List.of(rule(RuleProtocol.ICMPV6, null, null, null))))
                .containsExactly(new PortRule(true, "icmpv6", null, null, "::/0"));
    }

    @Test
    void ruleThatNamesAPeerIsAboutThatPeerAlone() {
        assertThat(Rules.onHost(List.of(rule(RuleProtocol.ANY, null, null, "10.0.0.0/8"))))
                .containsExactly(new PortRule(true, "any", null, null, "10.0.0.0/8"));
    }

    @Test
    void ruleThatStandsTwiceIsAppliedOnce() {
        SecurityRule ssh = rule(RuleProtocol.TCP, 22, 22, "10.0.0.0/8");
        assertThat(Rules.onHost(List.of(ssh, ssh))).hasSize(1);
    }

    @Test
    void whatMayGoOutIsNotWhatMayComeIn() {
        SecurityRule out = new SecurityRule(RuleDirection.EGRESS, RuleProtocol.UDP, 53, 53, "9.9.9.9/32", "names");
        assertThat(Rules.onHost(List.of(out))).containsExactly(new PortRule(false, "udp", 53, 53, "9.9.9.9/32"));
        assertThat(Rules.checked(List.of(out)).getFirst().description()).isEqualTo("names");
    }

    @Test
    void groupWithoutRulesLetsNothingThrough() {
        assertThat(Rules.checked(List.of())).isEmpty();
        assertThat(Rules.onHost(List.of())).isEmpty();
    }

    @Test
    void tenantWithoutNetworksOfItsOwnLetsAllOutAndNothingIn() {
        assertThat(Rules.usual(List.of())).hasSize(2).noneMatch(PortRule::inbound);
    }

    private static void refused(String field, SecurityRule rule) {
        assertThatThrownBy(() -> Rules.checked(List.of(rule)))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(field);
    }

    private static SecurityRule rule(
            RuleProtocol protocol, @Nullable Integer first, @Nullable Integer last, @Nullable String peer) {
        return new SecurityRule(RuleDirection.INGRESS, protocol, first, last, peer, null);
    }
}
