package io.skyholm.agent.network;

import static io.skyholm.agent.network.RoutedPort.CLOSED;
import static io.skyholm.agent.network.RoutedPort.OPEN;
import static io.skyholm.agent.network.RoutedPort.over;
import static io.skyholm.agent.network.RoutedPort.port;
import static io.skyholm.agent.network.RoutedPort.subnets;
import static io.skyholm.agent.network.RoutedPort.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.network.NetworkLab.LabGuest;
import io.skyholm.agent.network.NetworkLab.LabHost;
import io.skyholm.agent.network.host.HostNetwork;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortSubnet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Subnets of a VPC, between which each of its hosts forwards. */
@EnabledIfSystemProperty(named = "skyholm.real", matches = "true")
class RoutedPortsTest {

    private final Path folder;
    private final NetworkLab lab;
    private final LabHost one;
    private final LabHost other;

    RoutedPortsTest(@TempDir Path folder) {
        this.folder = folder;
        this.lab = new NetworkLab(folder);
        this.one = lab.host();
        this.other = lab.host();
    }

    @AfterEach
    void remove() {
        lab.close();
    }

    @Test
    void guestsOfSubnetsOfAVpcReachEachOtherOnOneHostAndAcrossHostsAndThoseOfAnotherVpcDoNot() throws IOException {
        LabGuest first = guest(one, port(42, 1, 1, OPEN));
        LabGuest beside = guest(one, port(42, 2, 2, OPEN));
        LabGuest far = guest(other, port(42, 2, 3, OPEN));
        LabGuest stranger = guest(one, port(43, 1, 4, OPEN));
        assertThat(first.reaches("10.0.2.2")).isTrue();
        assertThat(beside.reaches("10.0.1.1")).isTrue();
        assertThat(first.reaches("10.0.2.3")).isTrue();
        assertThat(far.reaches("10.0.1.1")).isTrue();
        assertThat(first.sends(far, "10.0.2.3")).isGreaterThan(50.0);
        assertThat(first.sends(beside, "10.0.2.2")).isGreaterThan(50.0);
        assertThat(stranger.reaches("10.0.2.2")).isFalse();
        assertThat(stranger.reaches("10.0.2.3")).isFalse();
    }

    @Test
    void aGuestKeepsItsRouterWhicheverHostForwardsToIt() {
        LabGuest first = guest(one, port(42, 1, 1, OPEN));
        LabGuest far = guest(other, port(42, 2, 3, OPEN));
        assertThat(far.reaches("10.0.2.254")).isTrue();
        assertThat(first.reaches("10.0.2.3")).isTrue();
        assertThat(far.network().run("ip", "neighbour", "show", "10.0.2.254")).contains(VpcRouter.MAC_ADDRESS);
        assertThat(far.reaches("10.0.1.1")).isTrue();
        assertThat(far.network().run("ip", "neighbour", "show", "10.0.2.254")).contains(VpcRouter.MAC_ADDRESS);
        for (LabHost host : List.of(one, other)) {
            assertThat(host.network()
                            .run("bridge", "fdb", "show", "br", "vpc-42")
                            .lines())
                    .filteredOn(line -> line.startsWith(VpcRouter.MAC_ADDRESS))
                    .allMatch(line -> line.contains("dev server-42 "));
        }
    }

    @Test
    void guestsOfIpv6AreForwardedTo() {
        LabGuest first = guest(one, port(42, 1, 1, OPEN));
        LabGuest beside = guest(one, port(42, 2, 2, OPEN));
        LabGuest far = guest(other, port(42, 2, 3, OPEN));
        List<LabGuest> guests = List.of(first, beside, far);
        List<String> own = List.of("fd00:0:0:1::1", "fd00:0:0:2::2", "fd00:0:0:2::3");
        IntStream.range(0, guests.size()).forEach(at -> {
            HostNetwork network = guests.get(at).network();
            network.ip("address", "add", own.get(at) + "/64", "dev", "eth0", "nodad");
            network.ip("-6", "route", "add", "default", "via", "fe80::1", "dev", "eth0");
        });
        assertThat(first.reaches("fd00:0:0:2::2")).isTrue();
        assertThat(first.reaches("fd00:0:0:2::3")).isTrue();
        assertThat(far.reaches("fd00:0:0:1::1")).isTrue();
    }

    @Test
    void whatIsForwardedPassesTheFiltersOfBothPorts() {
        LabGuest first = guest(one, port(42, 1, 1, OPEN));
        DesiredPort closed = port(42, 2, 2, CLOSED);
        LabGuest beside = guest(one, closed);
        LabGuest far = guest(other, port(42, 2, 3, CLOSED));
        assertThat(first.reaches("10.0.2.2")).isFalse();
        assertThat(first.reaches("10.0.2.3")).isFalse();
        assertThat(beside.reaches("10.0.1.1")).isTrue();
        assertThat(far.reaches("10.0.1.1")).isTrue();
        Process asking = beside.asking("10.0.1.1", 4);
        assertThat(beside.reaches("10.0.1.1")).isTrue();
        one.ports().plug(with(closed, 2, List.of()));
        assertThat(LabGuest.await(asking))
                .as("a connection that is known goes on")
                .isTrue();
        assertThat(beside.reaches("10.0.1.1")).isFalse();
    }

    /** A packet that the other's filters drop makes no connection that the other may answer in. */
    @Test
    void whoMaySendNothingDoesNotAnswerWhatItMayNotGet() throws IOException {
        LabGuest first = guest(one, port(42, 1, 1, CLOSED));
        LabGuest mute = guest(one, port(42, 2, 2, List.of()));
        LabGuest open = guest(one, port(42, 2, 3, OPEN));
        assertThat(exchanged(first, "10.0.1.1", mute, "10.0.2.2")).containsExactly("nothing", "nothing");
        assertThat(exchanged(first, "10.0.1.1", open, "10.0.2.3")).containsExactly("heard", "heard");
    }

    private static List<String> exchanged(LabGuest one, String address, LabGuest other, String others)
            throws IOException {
        Process first = one.exchanges(address, 5000, others, 6000);
        Process second = other.exchanges(others, 6000, address, 5000);
        return List.of(
                new String(first.getInputStream().readAllBytes(), UTF_8).strip(),
                new String(second.getInputStream().readAllBytes(), UTF_8).strip());
    }

    @Test
    void whoTakesAnothersAddressIsNotForwarded() {
        DesiredPort port = port(42, 1, 1, OPEN);
        LabGuest guest = guest(one, port);
        LabGuest beside = guest(one, port(42, 2, 2, OPEN));
        assertThat(beside.reaches("10.0.1.1")).isTrue();
        guest.network().ip("address", "add", "10.0.1.9/24", "dev", "eth0");
        assertThat(guest.reachesFrom("10.0.1.9", "10.0.2.2")).isFalse();
        assertThat(guest.reachesFrom("10.0.1.1", "10.0.2.2")).isTrue();
    }

    @Test
    void aSubnetIsForwardedToFromWhenItBeginsUntilItEnds() {
        DesiredPort alone = subnets(port(42, 1, 1, OPEN), 1, 1);
        LabGuest first = guest(one, alone);
        LabGuest far = guest(other, port(42, 2, 3, OPEN));
        assertThat(first.reaches("10.0.2.3")).isFalse();
        one.ports().plug(subnets(alone, 2, 1, 2));
        assertThat(first.reaches("10.0.2.3")).isTrue();
        Process asking = first.asking("10.0.2.3", 3);
        one.ports().plug(subnets(alone, 3, 1, 2, 3));
        assertThat(LabGuest.await(asking)).isTrue();
        one.ports().plug(subnets(alone, 4, 1, 3));
        assertThat(first.reaches("10.0.2.3")).isFalse();
        assertThat(far.reaches("10.0.2.254")).isTrue();
    }

    @Test
    void aSubnetReachesWhatItHasARouteToOverAGuestOfIt() {
        DesiredPort port = port(42, 1, 1, OPEN);
        DesiredPort leading = port(42, 1, 9, OPEN);
        LabGuest guest = guest(one, over(port, 1, "192.168.7.0/24", "10.0.1.9"));
        LabGuest router = guest(other, over(leading, 1, "192.168.7.0/24", "10.0.1.9"));
        LabGuest elsewhere = guest(one, over(port(42, 2, 2, OPEN), 1, "192.168.7.0/24", "10.0.1.9"));
        router.network().set("ipv4/conf/all/arp_announce=2");
        router.network().ip("link", "set", "dev", "lo", "up");
        router.network().ip("address", "add", "192.168.7.1/32", "dev", "lo");
        router.network().ip("address", "add", "10.0.2.8/32", "dev", "lo");
        assertThat(guest.reaches("192.168.7.1")).isTrue();
        assertThat(guest.reaches("10.0.2.2")).isTrue();
        assertThat(elsewhere.reaches("192.168.7.1")).isFalse();
        assertThat(router.reachesFrom("10.0.2.8", "10.0.1.1"))
                .as("whose addresses are guests' own")
                .isFalse();
    }

    @Test
    void aRouteEndsWithTheLastPortThatNamesIt() {
        DesiredPort port = port(42, 1, 1, OPEN);
        LabGuest guest = guest(one, over(port, 1, "0.0.0.0/0", "10.0.1.9"));
        DesiredPort leading = over(port(42, 1, 9, OPEN), 1, "0.0.0.0/0", "10.0.1.9");
        LabGuest router = guest(other, leading);
        router.network().set("ipv4/conf/all/arp_announce=2");
        router.network().ip("link", "set", "dev", "lo", "up");
        router.network().ip("address", "add", "192.168.7.1/32", "dev", "lo");
        assertThat(guest.reaches("192.168.7.1")).isTrue();
        assertThat(guest.reaches("10.0.2.254")).isTrue();
        one.ports().plug(with(port, 2, OPEN));
        assertThat(guest.reaches("192.168.7.1")).isFalse();
        one.ports().plug(over(port, 3, "0.0.0.0/0", "10.0.1.9"));
        assertThat(guest.reaches("192.168.7.1")).isTrue();
        other.ports().plug(subnets(leading, 2, 1, 2));
        assertThat(guest.reaches("192.168.7.1")).as("nobody else's address").isFalse();
    }

    @Test
    void whatIsThereInPartIsMadeWholeByTheNextAgent() {
        LabGuest first = guest(one, port(42, 1, 1, OPEN));
        guest(other, port(42, 2, 3, OPEN));
        String namespace = one.namespace() + "-vpc-42";
        HostNetwork server = HostNetwork.of(Optional.of(namespace));
        Path routed =
                folder.resolve(one.namespace() + "-networks").resolve("vpc-42").resolve("routed");
        List<Runnable> losses = List.of(
                () -> one.network().ip("link", "delete", "dev", "router-42"),
                () -> one.network().ip("link", "delete", "dev", "server-42"),
                () -> {
                    assertThat(routed.toFile().delete()).isTrue();
                    server.ip("address", "flush", "dev", VpcServer.DEVICE);
                    server.ip("route", "flush", "dev", VpcRouter.GUESTS);
                    server.nft("flush ruleset\n");
                });
        for (Runnable loss : losses) {
            assertThat(first.reaches("10.0.2.3")).isTrue();
            loss.run();
            assertThat(first.reaches("10.0.2.3")).isFalse();
            one.nextAgent(folder).tend();
        }
        assertThat(first.reaches("10.0.2.3")).isTrue();
    }

    /** What fails has been made in part by then. */
    @Test
    void whoGoesBackFromAChangeThatFailedHasWhatWasThereBefore() {
        DesiredPort port = port(42, 1, 1, OPEN);
        LabGuest first = guest(one, port);
        guest(other, port(42, 2, 3, OPEN));
        assertThat(first.reaches("10.0.2.3")).isTrue();
        PortSubnet refused = new PortSubnet(List.of("ff02::5/64"), List.of());
        DesiredPort wrong =
                RoutedPort.changed(port, 2, port.addresses(), port.rules(), List.of(RoutedPort.subnet(1), refused));
        assertThatThrownBy(() -> one.ports().plug(wrong)).isInstanceOf(HypervisorProblem.class);
        assertThat(first.reaches("10.0.2.3")).isFalse();
        one.ports().plug(subnets(port, 3, 1, 2));
        assertThat(first.reaches("10.0.2.3")).isTrue();
    }

    /** It had one device, with another MAC address on each host, and routes by it. */
    @Test
    void whatAnOlderAgentMadeForwardsAsSoonAsThereIsANewerOne() {
        LabGuest first = guest(one, port(42, 1, 1, OPEN));
        LabGuest far = guest(other, port(42, 2, 3, OPEN));
        HostNetwork server = HostNetwork.of(Optional.of(one.namespace() + "-vpc-42"));
        one.network().ip("link", "delete", "dev", "router-42");
        server.nft("flush ruleset\n");
        server.ip("address", "flush", "dev", VpcServer.DEVICE);
        server.ip("link", "set", "dev", VpcServer.DEVICE, "address", "02:00:00:99:99:99");
        server.ip("address", "add", "10.0.1.254/24", "dev", VpcServer.DEVICE);
        server.ip("address", "add", "fd00:0:0:1::254/64", "dev", VpcServer.DEVICE, "nodad");
        assertThat(first.reaches("10.0.1.254")).isTrue();
        one.nextAgent(folder).tend();
        assertThat(first.reaches("10.0.2.3")).isTrue();
        assertThat(far.reaches("10.0.1.1")).isTrue();
    }

    private LabGuest guest(LabHost host, DesiredPort port) {
        return lab.guest(host, port).over(port.gateways().getFirst());
    }
}
