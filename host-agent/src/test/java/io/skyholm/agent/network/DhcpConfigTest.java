package io.skyholm.agent.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.network.host.Prefix;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortRoute;
import io.skyholm.events.host.PortSettings;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DhcpConfigTest {

    @Test
    void aPortIsToldWhatItHas() {
        DesiredPort port = port(
                "02:00:00:00:00:01",
                List.of("fd00::2/64", "10.64.3.2/20"),
                List.of("fd00::1", "10.64.0.1"),
                new PortSettings(
                        1450,
                        List.of("a.example", "b.example"),
                        List.of("10.0.0.123"),
                        List.of(new PortRoute("10.9.0.0/16", "10.64.0.9"), new PortRoute("fd09::/64", "fd00::9")),
                        null,
                        List.of()));
        DhcpConfig config = new DhcpConfig(List.of(port));
        String tag = Tap.device(port.id());
        assertThat(RoutedVpc.of(List.of(port)).gateways())
                .extracting(Prefix::text)
                .containsExactly("10.64.0.1/20", "fd00::1/64");
        assertThat(config.text("/srv/vpc"))
                .contains(
                        "dhcp-range=10.64.0.0,static,255.255.240.0,1h\n",
                        "dhcp-host=02:00:00:00:00:01,set:" + tag + ",10.64.3.2,[fd00::2]\n",
                        "dhcp-option=tag:" + tag + ",option:router,10.64.0.1\n",
                        "dhcp-option=tag:" + tag + ",option:dns-server,9.9.9.9\n",
                        "dhcp-option=tag:" + tag + ",option:ntp-server,10.0.0.123\n",
                        "dhcp-option=tag:" + tag + ",option:domain-search,a.example,b.example\n",
                        "dhcp-option=tag:" + tag + ",option:mtu,1450\n",
                        "dhcp-option=tag:" + tag
                                + ",option:classless-static-route,0.0.0.0/0,10.64.0.1,10.9.0.0/16,10.64.0.9\n",
                        "enable-ra\nra-param=eth0,mtu:1450,60,1800\n",
                        "dhcp-option=option6:dns-server,[2620:fe::fe]\n",
                        "dhcp-range=fd00:0:0:0:0:0:0:0,static,64,1h\n",
                        "dhcp-option=tag:" + tag + ",option6:dns-server,[2620:fe::fe]\n",
                        "dhcp-option=tag:" + tag + ",option6:domain-search,a.example,b.example\n")
                .doesNotContain("fd09");
    }

    @Test
    void aSubnetOfIpv6IsServedAloneAndOneTooWideForTheServerIsNot() {
        DhcpConfig alone = new DhcpConfig(
                List.of(port("02:00:00:00:00:01", List.of("fd00::2/112"), List.of("fd00::1"), PortSettings.NONE)));
        assertThat(alone.isServed()).isTrue();
        assertThat(alone.text("/srv/vpc"))
                .contains("dhcp-range=fd00:0:0:0:0:0:0:0,static,112,1h\n", "enable-ra\nra-param=eth0,60,1800\n")
                .contains(",[fd00::2]\n");
        DhcpConfig wide = new DhcpConfig(
                List.of(port("02:00:00:00:00:01", List.of("fd00::2/48"), List.of("fd00::1"), PortSettings.NONE)));
        assertThat(wide.isServed()).isFalse();
    }

    @Test
    void whatDhcpHasNoRoomForIsLeftOutAndWhatIsWrittenHasABound() {
        List<PortRoute> routes = IntStream.range(0, 30)
                .mapToObj(at -> new PortRoute("10.9.0." + at + "/32", "10.64.0.9"))
                .toList();
        String text = new DhcpConfig(List.of(port(
                        "02:00:00:00:00:01",
                        List.of("10.64.3.2/20"),
                        List.of("10.64.0.1"),
                        new PortSettings(
                                1450, List.of("x".repeat(250) + ".example"), List.of(), routes, null, List.of()))))
                .text("/srv/vpc");
        assertThat(text)
                .contains("option:mtu,1450\n", "log-facility=/dev/null\n")
                .doesNotContain("classless-static-route", "domain-search");
    }

    @Test
    void whereThereIsNoGatewayNobodyServes() {
        DesiredPort port = port("02:00:00:00:00:01", List.of("10.64.0.2/16"), List.of("fd00::1"), PortSettings.NONE);
        DhcpConfig config = new DhcpConfig(List.of(port));
        assertThat(config.isServed()).isFalse();
        assertThat(config.text("/srv/vpc")).doesNotContain("dhcp-host", "dhcp-range");
    }

    @Test
    void whatTwoPortsHaveOneOfThemIsTold() {
        List<String> addresses = List.of("10.64.0.2/0");
        List<String> gateways = List.of("10.64.0.1");
        String text = new DhcpConfig(List.of(
                        port("02:00:00:00:00:01", addresses, gateways, PortSettings.NONE),
                        port("02:00:00:00:00:02", addresses, gateways, PortSettings.NONE),
                        port("02:00:00:00:00:01", List.of("10.64.0.3/0"), gateways, PortSettings.NONE)))
                .text("/srv/vpc");
        assertThat(text.lines().filter(line -> line.startsWith("dhcp-host="))).hasSize(1);
        assertThat(text).contains("dhcp-range=0.0.0.0,static,0.0.0.0,1h\n");
    }

    @Test
    void noTextBecomesALineOfItsOwn() {
        PortSettings wrong =
                new PortSettings(null, List.of("a\ndhcp-script=/bin/sh"), List.of(), List.of(), null, List.of());
        DhcpConfig config = new DhcpConfig(
                List.of(port("02:00:00:00:00:01", List.of("10.64.0.2/16"), List.of("10.64.0.1"), wrong)));
        assertThatThrownBy(() -> config.text("/srv/vpc")).isInstanceOf(HypervisorProblem.class);
    }

    private static DesiredPort port(
            String macAddress, List<String> addresses, List<String> gateways, PortSettings settings) {
        return new DesiredPort(
                UUID.randomUUID(),
                1,
                true,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                macAddress,
                null,
                42,
                addresses,
                gateways,
                List.of("9.9.9.9", "2620:fe::fe"),
                List.of(),
                settings,
                null,
                List.of());
    }
}
