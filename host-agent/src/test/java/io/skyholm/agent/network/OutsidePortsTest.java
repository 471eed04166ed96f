package io.skyholm.agent.network;

import static io.skyholm.agent.network.RoutedPort.CLOSED;
import static io.skyholm.agent.network.RoutedPort.OPEN;
import static io.skyholm.agent.network.RoutedPort.floating;
import static io.skyholm.agent.network.RoutedPort.port;
import static io.skyholm.agent.network.RoutedPort.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.network.NetworkLab.LabGuest;
import io.skyholm.agent.network.NetworkLab.LabHost;
import io.skyholm.agent.network.host.HostNetwork;
import io.skyholm.agent.network.host.NetworkDevice;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Guests, and what is outside of all hosts. */
@EnabledIfSystemProperty(named = "skyholm.real", matches = "true")
class OutsidePortsTest {

    private static final String FLOATING = "192.0.2.50";
    private static final String FLOATING_SIX = "2001:db8::50";
    private static final String ROUTER = "198.51.100.1";
    private static final List<PortRule> PUBLIC = Stream.concat(
                    OPEN.stream(),
                    Stream.of(
                            new PortRule(true, "any", null, null, "198.51.100.0/24"),
                            new PortRule(true, "any", null, null, "192.0.2.0/24"),
                            new PortRule(true, "any", null, null, "2001:db8::/64")))
            .toList();

    private final Path folder;
    private final NetworkLab lab;
    private final LabGuest outside;
    private final LabHost one;
    private final LabHost other;

    OutsidePortsTest(@TempDir Path folder) {
        this.folder = folder;
        this.lab = new NetworkLab(folder);
        this.outside = lab.outside();
        this.one = lab.host(outside);
        this.other = lab.host(outside);
    }

    @AfterEach
    void remove() {
        lab.close();
    }

    @Test
    void guestsOfTenantsWithTheSameAddressesReachTheOutsideAsTheirHost() throws IOException {
        LabGuest first = guest(one, port(42, 1, 1, CLOSED));
        LabGuest same = guest(one, port(43, 1, 1, CLOSED));
        LabGuest far = guest(other, port(42, 2, 2, CLOSED));
        for (LabGuest guest : List.of(first, same, far)) {
            assertThat(guest.reaches(NetworkLab.SERVER)).isTrue();
        }
        assertThat(first.isSeenBy(outside, NetworkLab.SERVER)).isEqualTo("198.51.100.11");
        assertThat(same.isSeenBy(outside, NetworkLab.SERVER)).isEqualTo("198.51.100.11");
        assertThat(far.isSeenBy(outside, NetworkLab.SERVER)).isEqualTo("198.51.100.12");
        assertThat(first.sends(outside, NetworkLab.SERVER)).isGreaterThan(50.0);
    }

    @Test
    void theOutsideIsReachedByWhatTheRulesOfAPortLetThroughAndByNobodysElseAddress() {
        DesiredPort port = port(42, 1, 1, CLOSED);
        LabGuest guest = guest(one, port);
        LabGuest mute = guest(one, port(42, 1, 2, List.of()));
        assertThat(mute.reaches(NetworkLab.SERVER)).isFalse();
        assertThat(guest.reaches(NetworkLab.SERVER)).isTrue();
        guest.network().ip("address", "add", "10.0.1.9/24", "dev", "eth0");
        assertThat(guest.reachesFrom("10.0.1.9", NetworkLab.SERVER)).isFalse();
        Process asking = guest.asking(NetworkLab.SERVER, 3);
        assertThat(guest.reachesFrom("10.0.1.1", NetworkLab.SERVER)).isTrue();
        one.ports().plug(with(port, 2, List.of()));
        assertThat(LabGuest.await(asking))
                .as("a connection that is known goes on")
                .isTrue();
        assertThat(guest.reaches(NetworkLab.SERVER)).isFalse();
    }

    /** Whoever is on the operator's link could name a guest's own address, or bear one. */
    @Test
    void nobodyOutsideReachesAGuestByTheGuestsOwnAddressOrAsAnother() {
        guest(one, floating(port(42, 1, 1, PUBLIC), 1, FLOATING));
        assertThat(outside.reaches(FLOATING)).isTrue();
        outside.network().ip("route", "add", "10.0.1.0/24", "via", FLOATING, "dev", "uplink", "onlink");
        assertThat(outside.reaches("10.0.1.1")).isFalse();
        outside.network().ip("route", "delete", "10.0.1.0/24");
        outside.network().ip("address", "add", "10.0.2.9/32", "dev", "uplink");
        assertThat(outside.reachesFrom("10.0.2.9", FLOATING)).isFalse();
    }

    @Test
    void aFloatingAddressLeadsToItsPortOfEitherFamilyAndIsThatByWhichTheGuestIsSeen() throws IOException {
        DesiredPort port = floating(port(42, 1, 1, PUBLIC), 1, FLOATING, FLOATING_SIX);
        LabGuest guest = guest(one, port);
        guest.network().ip("address", "add", "fd00:0:0:1::1/64", "dev", "eth0", "nodad");
        guest.network().ip("-6", "route", "add", "default", "via", "fe80::1", "dev", "eth0");
        assertThat(outside.reaches(FLOATING)).isTrue();
        assertThat(outside.reaches(FLOATING_SIX)).isTrue();
        assertThat(guest.isSeenBy(outside, NetworkLab.SERVER)).isEqualTo(FLOATING);
        assertThat(guest.reaches("2001:db8::1")).isTrue();
        assertThat(outside.isSeenBy(guest, FLOATING)).isEqualTo(ROUTER);
        one.ports().plug(with(port, 2, OPEN));
        assertThat(outside.reaches(FLOATING)).isFalse();
        assertThat(outside.reaches(FLOATING_SIX)).isFalse();
        one.ports().plug(floating(port, 3));
        assertThat(outside.reaches(FLOATING)).isFalse();
        assertThat(guest.isSeenBy(outside, NetworkLab.SERVER)).isEqualTo("198.51.100.11");
    }

    @Test
    void aFloatingAddressIsAnnouncedWhereItComesTo() throws IOException {
        DesiredPort port = port(42, 1, 1, PUBLIC);
        LabGuest guest = guest(one, floating(port, 1, FLOATING, FLOATING_SIX));
        assertThat(outside.reaches(FLOATING)).isTrue();
        DesiredPort next = port(42, 1, 2, PUBLIC);
        guest(other, next);
        one.ports().plug(floating(port, 2));
        for (String address : List.of(FLOATING, FLOATING_SIX)) {
            Process listening = outside.hearsAnnounced("uplink", address, 5);
            try (BufferedReader said = listening.inputReader(UTF_8)) {
                assertThat(said.readLine()).isEqualTo("ready");
                other.ports().plug(floating(next, 2, address));
                assertThat(said.readLine()).isEqualTo(macAddress(other, 42));
            }
        }
        other.ports().plug(floating(next, 3, FLOATING));
        assertThat(outside.reaches(FLOATING)).isTrue();
        assertThat(guest.reaches(NetworkLab.SERVER)).isTrue();
    }

    private static String macAddress(LabHost host, int vni) {
        return HostNetwork.of(Optional.of(host.namespace() + "-vpc-" + vni))
                .run("ip", "-brief", "link", "show", "dev", FloatingLink.DEVICE)
                .split("\\s+", -1)[2];
    }

    /** On the same host, on another, and of another tenant with the same addresses. */
    @Test
    void guestsReachEachOtherByFloatingAddressesAsTheOutsideDoes() throws IOException {
        LabGuest guest = guest(one, floating(port(42, 1, 1, PUBLIC), 1, FLOATING));
        LabGuest beside = guest(one, port(42, 1, 2, PUBLIC));
        LabGuest far = guest(other, port(42, 2, 3, PUBLIC));
        LabGuest stranger = guest(one, port(43, 1, 1, PUBLIC));
        LabGuest known = guest(one, floating(port(42, 2, 4, PUBLIC), 1, "192.0.2.51"));
        assertThat(beside.isSeenBy(guest, FLOATING)).isEqualTo("198.51.100.11");
        assertThat(far.isSeenBy(guest, FLOATING)).isEqualTo("198.51.100.12");
        assertThat(stranger.isSeenBy(guest, FLOATING)).isEqualTo("198.51.100.11");
        assertThat(known.isSeenBy(guest, FLOATING)).isEqualTo("192.0.2.51");
    }

    @Test
    void guestsReachNeitherTheOtherVpcsNorWhatIsOfTheLinkAlone() {
        LabGuest guest = guest(one, port(42, 1, 1, PUBLIC));
        LabGuest known = guest(one, floating(port(42, 1, 3, PUBLIC), 1, FLOATING));
        guest(one, port(43, 1, 2, PUBLIC));
        outside.network().ip("address", "add", "169.254.169.254/32", "dev", "lo");
        for (LabGuest each : List.of(guest, known)) {
            assertThat(each.reaches(NetworkLab.SERVER)).isTrue();
            assertThat(each.reaches(NatGateway.hidden(43))).isFalse();
            assertThat(each.reaches("169.254.169.254")).isFalse();
        }
    }

    /** Such as what the host's own programs listen at, if the operator has given the bridge an address. */
    @Test
    void guestsReachNoAddressOfTheirHostByTheUplink() {
        LabGuest guest = guest(one, port(42, 1, 1, PUBLIC));
        LabGuest known = guest(one, floating(port(42, 1, 3, PUBLIC), 1, FLOATING, FLOATING_SIX));
        known.network().ip("address", "add", "fd00:0:0:1::3/64", "dev", "eth0", "nodad");
        known.network().ip("-6", "route", "add", "default", "via", "fe80::1", "dev", "eth0");
        one.network().ip("address", "add", "198.51.100.99/24", "dev", "uplink");
        one.network().ip("address", "add", "2001:db8::99/64", "dev", "uplink", "nodad");
        one.network().ip("route", "add", "192.0.2.0/24", "dev", "uplink");
        assertThat(outside.reaches("198.51.100.99")).isTrue();
        assertThat(outside.reaches("2001:db8::99")).isTrue();
        for (LabGuest each : List.of(guest, known)) {
            assertThat(each.reaches(NetworkLab.SERVER)).isTrue();
            assertThat(each.reaches("198.51.100.99")).isFalse();
        }
        assertThat(known.reaches("2001:db8::1")).isTrue();
        assertThat(known.reaches("2001:db8::99")).isFalse();
    }

    /** Over whom a subnet reaches everything may send as anybody, but not as another's VPC or with its own address to the outside. */
    @Test
    void whoSendsAsAnybodyIsSeenOutsideAsItsHost() throws IOException {
        DesiredPort port = port(42, 1, 9, PUBLIC);
        guest(one, port(43, 1, 2, PUBLIC));
        LabGuest router = guest(one, RoutedPort.over(port, 1, "0.0.0.0/0", "10.0.1.9"));
        router.network().set("ipv4/conf/all/arp_announce=2");
        outside.network().nft("""
                table inet seen {
                  set sources { type ipv4_addr; flags dynamic; size 64; }
                  chain seen {
                    type filter hook prerouting priority raw;
                    ip daddr 203.0.113.1 update @sources { ip saddr }
                  }
                }
                """);
        for (String source : List.of("10.0.1.9", NatGateway.hidden(43), "192.0.2.77")) {
            router.network().ip("address", "replace", source + "/32", "dev", "eth0");
            boolean ignored = router.reachesFrom(source, NetworkLab.SERVER);
            assertThat(router.answers(source, NetworkLab.SERVER)).isEqualTo("sent");
        }
        assertThat(outside.network().run("nft", "list", "set", "inet", "seen", "sources"))
                .contains("elements = { 198.51.100.11 }");
    }

    @Test
    void whatIsThereInPartIsMadeWholeByTheNextAgent() {
        LabGuest guest = guest(one, floating(port(42, 1, 1, PUBLIC), 1, FLOATING));
        LabGuest hidden = guest(one, port(42, 1, 2, PUBLIC));
        HostNetwork server = HostNetwork.of(Optional.of(one.namespace() + "-vpc-42"));
        HostNetwork way = HostNetwork.of(Optional.of(one.namespace() + "-outside"));
        Path networks = folder.resolve(one.namespace() + "-networks");
        List<Runnable> losses = List.of(
                () -> one.network().ip("link", "delete", "dev", "float-42"),
                () -> one.network().ip("link", "delete", "dev", NatGateway.OUTER),
                () -> {
                    server.ip("link", "delete", "dev", NatGateway.DEVICE);
                    one.network().ip("link", "delete", "dev", NatGateway.OUTER);
                    one.network().ip("netns", "delete", one.namespace() + "-outside");
                },
                () -> {
                    assertThat(networks.resolve("outside").toFile().delete()).isTrue();
                    way.nft("flush ruleset\n");
                    way.ip("address", "flush", "dev", "uplink");
                },
                () -> {
                    assertThat(networks.resolve("vpc-42")
                                    .resolve("routed")
                                    .toFile()
                                    .delete())
                            .isTrue();
                    server.nft("flush ruleset\n");
                    server.ip("link", "delete", "dev", NatGateway.DEVICE);
                    server.ip("address", "flush", "dev", FloatingLink.DEVICE);
                });
        for (Runnable loss : losses) {
            loss.run();
            one.nextAgent(folder).tend();
            assertThat(hidden.reaches(NetworkLab.SERVER)).isTrue();
            assertThat(guest.reaches(NetworkLab.SERVER)).isTrue();
            assertThat(outside.reaches(FLOATING)).isTrue();
        }
    }

    @Test
    void allGoesWithTheLastPortAndTheOutsideWithTheUplink() {
        List<String> before = devices();
        DesiredPort port = floating(port(42, 1, 1, PUBLIC), 1, FLOATING);
        LabGuest guest = guest(one, port);
        DesiredPort beside = port(43, 1, 1, PUBLIC);
        LabGuest second = guest(one, beside);
        assertThat(outside.reaches(FLOATING)).isTrue();
        HostPorts without = one.nextAgent(
                folder,
                new NetworkSettings(one.settings().namespace(), one.settings().underlay()));
        without.plug(port);
        assertThat(outside.reaches(FLOATING)).isFalse();
        assertThat(second.reaches(NetworkLab.SERVER)).isFalse();
        HostPorts again = one.nextAgent(folder);
        again.plug(port);
        assertThat(guest.reaches(NetworkLab.SERVER)).isTrue();
        assertThat(second.reaches(NetworkLab.SERVER)).isTrue();
        again.unplug(port.id());
        assertThat(second.reaches(NetworkLab.SERVER)).isTrue();
        again.unplug(beside.id());
        assertThat(devices()).isEqualTo(before);
        assertThat(folder.resolve(one.namespace() + "-networks")).isEmptyDirectory();
        assertThat(one.network().run("ip", "netns", "list"))
                .doesNotContain(one.namespace() + "-vpc")
                .doesNotContain(one.namespace() + "-outside");
    }

    @Test
    void noVpcUsesUpTheConnectionsOfAll() {
        LabGuest guest = guest(one, port(42, 1, 1, CLOSED));
        HostNetwork way = HostNetwork.of(Optional.of(one.namespace() + "-outside"));
        assertThat(way.run("cat", "/proc/sys/net/netfilter/nf_conntrack_tcp_timeout_established"))
                .isEqualToIgnoringNewLines("7440");
        assertThat(guest.reaches(NetworkLab.SERVER)).isTrue();
        assertThat(way.run("nft", "list", "set", "inet", "skyholm", "each"))
                .as("whose connections are counted")
                .contains("\"vpc-42\"")
                .contains("ct count over " + NatGateway.MOST_CONNECTIONS);
    }

    /** Who asks for all of the operator's block would have the machine look for all of it. */
    @Test
    void whoIsLookedForAtTheUplinkIsCounted() {
        LabGuest hidden = guest(one, port(42, 1, 1, PUBLIC));
        LabGuest known = guest(one, floating(port(42, 1, 3, PUBLIC), 1, FLOATING));
        for (LabGuest guest : List.of(hidden, known)) {
            assertThat(guest.reaches(NetworkLab.SERVER)).isTrue();
            assertThat(guest.reaches(ROUTER)).isTrue();
        }
        assertThat(HostNetwork.of(Optional.of(one.namespace() + "-vpc-42"))
                        .run("nft", "list", "set", "inet", "skyholm", "found"))
                .contains("size " + RouterTables.MOST_FOUND)
                .contains(ROUTER + " expires")
                .doesNotContain(NetworkLab.SERVER);
    }

    private List<String> devices() {
        return one.network().devices().stream().map(NetworkDevice::name).toList();
    }

    private LabGuest guest(LabHost host, DesiredPort port) {
        return lab.guest(host, port).over(port.gateways().getFirst());
    }
}
