package io.skyholm.agent.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.network.host.NetworkDevice;
import io.skyholm.agent.network.host.SetElement;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortRule;
import io.skyholm.events.host.PortSettings;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortFiltersTest {

    private static final PortRule WEB = new PortRule(true, "tcp", 80, 81, "10.0.0.0/24");

    @Test
    void aTapRemembersItsPortAndFitsItsDevice() {
        Tap tap = new Tap(UUID.randomUUID(), 7, "02:00:00:00:00:01", Instant.parse("2026-11-29T08:00:00.123456789Z"));
        assertThat(Tap.read(tap.alias() + "\n")).contains(tap);
        assertThat(tap.alias()).hasSizeLessThan(255);
        assertThat(tap.device()).hasSize(15);
        assertThat(Tap.read("")).isEmpty();
        assertThat(Tap.read("skyholm-port no id 02:00:00:00:00:01 now")).isEmpty();
    }

    @Test
    void aBridgeIsKnownByItsNameAndFitsItsDevice() {
        VpcBridge bridge = new VpcBridge(16_777_215);
        assertThat(bridge.tunnel()).hasSizeLessThanOrEqualTo(15);
        assertThat(VpcBridge.of(new NetworkDevice(bridge.device(), "", 0, 0))).contains(bridge);
        assertThat(VpcBridge.of(new NetworkDevice("vpc-mine", "", 0, 0))).isEmpty();
        assertThat(VpcBridge.of(new NetworkDevice(bridge.tunnel(), "", 0, 0))).isEmpty();
    }

    @Test
    void rulesAreWrittenForTheirDirectionAndTheRestIsDropped() {
        DesiredPort port = port(
                "fd00::a:1/64",
                WEB,
                new PortRule(true, "icmpv6", null, null, "::/0"),
                new PortRule(true, "udp", null, null, "10.0.0.9/32"),
                new PortRule(false, "any", null, null, "0.0.0.0/0"));
        PortFilter filter = new PortFilter(port);
        String device = Tap.device(port.id());
        assertThat(filter.placed())
                .contains("  chain in-" + device + """
                         {
                            jump always
                            ip saddr 10.0.0.0/24 tcp dport 80-81 return
                            ip6 saddr ::/0 meta l4proto ipv6-icmp return
                            ip saddr 10.0.0.9/32 meta l4proto udp return
                            drop
                        """.stripTrailing())
                .contains("  chain out-" + device + """
                         {
                            jump always
                            ip daddr 0.0.0.0/0 return
                            drop
                        """.stripTrailing())
                .contains("@th,64,128 0xfd0000000000000000000000000a0001 accept")
                .contains("ip6 saddr fd00::a:1 accept");
        assertThat(filter.elements())
                .extracting(SetElement::added)
                .contains("add element inet skyholm zones { \"vpc-42\" : 43 }\n");
    }

    @Test
    void rulesThatSayTheSameOfManyPeersAreOneLine() {
        RuleLines lines = new RuleLines(List.of(
                new PortRule(true, "tcp", 80, 80, "10.0.1.0/24"),
                new PortRule(true, "tcp", 443, 443, "10.0.0.0/16"),
                new PortRule(true, "tcp", 81, 90, "10.0.1.0/24"),
                new PortRule(true, "tcp", 85, 95, "10.2.0.0/24"),
                new PortRule(true, "tcp", 80, 84, "10.2.0.0/24"),
                new PortRule(true, "tcp", 443, 443, "10.0.9.0/24"),
                new PortRule(true, "tcp", 443, 443, "10.8.0.0/16"),
                new PortRule(true, "any", null, null, "fd00::/64"),
                new PortRule(true, "any", null, null, "fd00::8/128"),
                new PortRule(true, "any", null, null, "fd01::/64")));
        assertThat(lines.written("saddr"))
                .containsExactly(
                        "ip saddr 10.0.1.0/24 tcp dport 80-90",
                        "ip saddr { 10.0.0.0/16, 10.8.0.0/16 } tcp dport 443",
                        "ip saddr 10.2.0.0/24 tcp dport 80-95",
                        "ip6 saddr { fd00::/64, fd01::/64 }");
    }

    @Test
    void rulesOfManyPeersAreTakenAndRulesThatStayManyAreNot() {
        PortRule[] fewLines = IntStream.range(0, 3200)
                .mapToObj(number ->
                        new PortRule(true, "tcp", 80, 80, "10.0." + number / 256 + "." + number % 256 + "/32"))
                .toArray(PortRule[]::new);
        assertThat(new PortFilter(port("10.0.0.1/24", fewLines)).placed().lines())
                .hasSizeLessThan(40);
        PortRule[] manyLines = IntStream.range(0, PortFilter.MOST_LINES + 1)
                .mapToObj(number ->
                        new PortRule(number % 2 == 0, "tcp", number, number, "10.0.0." + number % 128 + "/32"))
                .toArray(PortRule[]::new);
        assertThat(new PortFilter(port("10.0.0.1/24", manyLines)).placed().lines())
                .hasSizeLessThan(200);
        PortRule[] tooMany = IntStream.range(0, PortFilter.MOST_LINES + 1)
                .mapToObj(number -> new PortRule(
                        number % 2 == 0, "tcp", number, number, "10.0." + number / 256 + "." + number % 256 + "/32"))
                .toArray(PortRule[]::new);
        PortFilter refused = new PortFilter(port("10.0.0.1/24", tooMany));
        assertThatThrownBy(refused::placed)
                .isInstanceOf(HypervisorProblem.class)
                .hasMessageContaining("more rules than this host takes");
    }

    @Test
    void nobodyElseIsLetThroughAsRouterOrAsServerOfDhcp() {
        assertThat(chain("always")).doesNotContain("nd-router", "udp");
        assertThat(chain("served")).contains("nd-router-advert", "udp sport 67 udp dport 68");
        assertThat(FilterTables.EMPTY).contains("iifname \"server-*\" jump served");
        assertThat(new PortFilter(port("fd00::2/64", WEB)).placed())
                .contains("icmpv6 type { nd-router-advert, nd-redirect } drop")
                .contains("ip6 saddr fe80::1 drop")
                .contains("@th,64,128 0xfe800000000000000000000000000001 drop");
    }

    /** It bears addresses of others, but says of none whose it is, and its neighbours are not told anything in fragments. */
    @Test
    void overWhomEverythingIsReachedThatSaysNothingOfOthersAddresses() {
        DesiredPort port = RoutedPort.over(RoutedPort.port(42, 1, 1, RoutedPort.OPEN), 1, "::/0", "fd00:0:0:1::1");
        assertThat(new PortFilter(port).placed()).contains("""
                    icmpv6 type nd-neighbor-advert drop
                    ip6 saddr fd00:0:0:1::1 accept
                    ip6 saddr { ::, fe80::/10 } exthdr frag exists drop
                    ip6 saddr { ::, fe80::/10 } accept
                    ip6 saddr 0:0:0:0:0:0:0:0/0 ip6 saddr != { fd00:0:0:1:0:0:0:0/64, fd00:0:0:2:0:0:0:0/64 } ip6 saddr != fe80::/10 accept
                    drop
                """);
    }

    private static String chain(String name) {
        String after = FilterTables.EMPTY.substring(FilterTables.EMPTY.indexOf("chain " + name + " {"));
        return after.substring(0, after.indexOf('}' + "\n  chain"));
    }

    @Test
    void anAddressWhoseEndIsWrittenWithDotsIsOneOfIpv6() {
        DesiredPort port = port("::0.1.0.2/112", WEB);
        assertThat(new PortFilter(port).placed()).contains("@th,64,128 0x00000000000000000000000000010002 accept");
    }

    @Test
    void whatIsNoAddressIsNotWritten() {
        for (DesiredPort wrong : List.of(
                port("10.0.0.1/24; flush ruleset", WEB),
                port("10.0.0.1/24", new PortRule(true, "tcp", 80, 81, "10.0.0.0/24 accept")),
                port("10.0.0.1/24", new PortRule(true, "tcp accept", null, null, "10.0.0.0/24")),
                port("1:2:3:4:5:6:7:8:9/64", WEB),
                port("10.0.0.1/33", WEB),
                port("10.0.0.1/24", new PortRule(true, "tcp", 9, 3, "10.0.0.0/24")),
                port("10.0.0.1/24", new PortRule(true, "udp", 9, 65536, "10.0.0.0/24")),
                port("10.0.0.1/24", new PortRule(true, "tcp", 80, 81, "::ffff:10.0.0.1/128")))) {
            assertThatThrownBy(() -> new PortFilter(wrong).placed()).isInstanceOf(HypervisorProblem.class);
        }
    }

    private static DesiredPort port(String address, PortRule... rules) {
        return new DesiredPort(
                UUID.randomUUID(),
                1,
                true,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "02:00:00:00:00:01",
                null,
                42,
                List.of(address),
                List.of(),
                List.of(),
                List.of(rules),
                PortSettings.NONE,
                null,
                List.of());
    }
}
