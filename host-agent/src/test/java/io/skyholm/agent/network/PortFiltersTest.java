package io.skyholm.agent.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortRule;
import io.skyholm.events.host.PortSettings;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
        String text = new PortFilters(List.of(port)).text();
        String device = Tap.device(port.id());
        assertThat(text)
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
                .contains("ip6 saddr fd00::a:1 accept")
                .contains("\"vpc-42\" : 43");
    }

    @Test
    void whereThereIsNoPortThereAreNoFilters() {
        assertThat(new PortFilters(List.of()).text())
                .contains("delete table bridge skyholm")
                .doesNotContain("{");
    }

    @Test
    void anAddressWhoseEndIsWrittenWithDotsIsOneOfIpv6() {
        DesiredPort port = port("::0.1.0.2/112", WEB);
        assertThat(new PortFilters(List.of(port)).text())
                .contains("@th,64,128 0x00000000000000000000000000010002 accept");
    }

    @Test
    void whatIsNoAddressIsNotWritten() {
        for (DesiredPort wrong : List.of(
                port("10.0.0.1/24; flush ruleset", WEB),
                port("10.0.0.1/24", new PortRule(true, "tcp", 80, 81, "10.0.0.0/24 accept")),
                port("10.0.0.1/24", new PortRule(true, "tcp accept", null, null, "10.0.0.0/24")),
                port("1:2:3:4:5:6:7:8:9/64", WEB),
                port("10.0.0.1/33", WEB),
                port("10.0.0.1/24", new PortRule(true, "tcp", 80, 81, "::ffff:10.0.0.1/128")))) {
            assertThatThrownBy(() -> new PortFilters(List.of(wrong)).text()).isInstanceOf(HypervisorProblem.class);
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
                PortSettings.NONE);
    }
}
