package io.skyholm.agent.network;

import static io.skyholm.agent.network.RoutedPort.OPEN;
import static io.skyholm.agent.network.RoutedPort.floating;
import static io.skyholm.agent.network.RoutedPort.port;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.network.host.Prefix;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortSubnet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouterTablesTest {

    private static final Uplink UPLINK = new Uplink("uplink", "198.51.100.11/24", List.of("198.51.100.1"));

    @Test
    void withoutAnUplinkSubnetsReachEachOtherAndNothingIsTranslated() {
        RoutedVpc vpc = RoutedVpc.of(List.of(floating(port(42, 1, 1, OPEN), 1, "192.0.2.50")));
        assertThat(new RouterTables(42, vpc, Optional.empty()).text())
                .contains("iifname \"eth0\" oifname \"eth1\" ip daddr { 10.0.1.0/24, 10.0.2.0/24 } update @found")
                .contains(
                        "iifname \"eth0\" oifname \"eth1\" ip6 daddr { fd00:0:0:1:0:0:0:0/64, fd00:0:0:2:0:0:0:0/64 }")
                .contains("policy drop;")
                .doesNotContain("snat", "dnat", "notrack", "192.0.2.50");
    }

    @Test
    void guestsAreHiddenBehindTheNumberOfTheirVpcAndFloatingAddressesLeadToThem() {
        DesiredPort port = floating(port(0x010203, 1, 1, OPEN), 1, "192.0.2.50", "192.0.2.51", "2001:db8::50");
        RoutedVpc vpc = RoutedVpc.of(List.of(port, floating(port(0x010203, 1, 2, OPEN), 1, "192.0.2.50")));
        assertThat(new RouterTables(0x010203, vpc, Optional.of(UPLINK)).text())
                .contains("oifname \"out\" snat ip to 241.1.2.3")
                .contains("dnat ip to ip daddr map { 192.0.2.50 : 10.0.1.1, 192.0.2.51 : 10.0.1.1 }")
                .contains("oifname \"floating\" snat ip to ip saddr map { 10.0.1.1 : 192.0.2.50 }")
                .contains("iifname \"eth0\" ip saddr 10.0.1.1 meta mark set 0x1")
                .contains("ct status dnat snat ip to 198.51.100.11")
                .contains(
                        "oifname \"floating\" meta mark 0x1 ip daddr 198.51.100.0/24 update @found { ip daddr } accept")
                .as("there is no router of IPv6")
                .doesNotContain("2001:");
    }

    @Test
    void whatOverlapsIsWrittenOnceAndWhatIsNoAddressIsNotWritten() {
        DesiredPort port = RoutedPort.changed(
                port(42, 1, 1, List.of()),
                1,
                List.of("10.0.1.1/24"),
                List.of(),
                List.of(
                        new PortSubnet(List.of("10.0.1.254/24", "10.0.1.126/25"), List.of()),
                        new PortSubnet(List.of("10.0.3.1/24 } accept", "10.0.1.253/24"), List.of())));
        RoutedVpc vpc = RoutedVpc.of(List.of(port));
        assertThat(vpc.gateways()).extracting(Prefix::text).contains("10.0.1.254/24", "10.0.1.126/25");
        assertThat(new RouterTables(42, vpc, Optional.empty()).text())
                .contains(" ip daddr 10.0.1.0/24 update @found")
                .doesNotContain("10.0.3", "253");
    }

    @Test
    void anUplinkHasTheAddressOfItsHostAndNothingThatIsNone() {
        Uplink several = new Uplink("uplink", "a=192.0.2.11/24, b=192.0.2.12/24", List.of("192.0.2.1", "fe80::1"));
        assertThat(several.of("b"))
                .returns("192.0.2.12", Uplink::host)
                .returns("192.0.2.0/24", Uplink::network)
                .returns(Optional.of("fe80::1"), uplink -> uplink.router(true));
        assertThat(UPLINK.of("a")).isEqualTo(UPLINK);
        for (Uplink wrong : List.of(
                several,
                new Uplink("uplink", "192.0.2.11", List.of()),
                new Uplink("uplink", "2001:db8::1/64", List.of()),
                new Uplink("uplink", "192.0.2.11/24 } accept", List.of()),
                new Uplink("uplink", "192.0.2.11/24", List.of("gateway")))) {
            assertThatThrownBy(() -> wrong.of("c"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("The uplink of c");
        }
    }

    @Test
    void namesOfDevicesFit() {
        VpcBridge bridge = new VpcBridge(16_777_215);
        assertThat(List.of(bridge.server(), bridge.router(), bridge.floating(), NatGateway.OUTER))
                .allMatch(name -> name.length() <= 15)
                .noneMatch(name -> name.startsWith(Tap.PREFIX));
    }
}
