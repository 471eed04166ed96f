package io.skyholm.agent.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Port;
import io.skyholm.agent.network.NetworkLab.LabGuest;
import io.skyholm.agent.network.NetworkLab.LabHost;
import io.skyholm.agent.network.host.NetworkDevice;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortRoute;
import io.skyholm.events.host.PortRule;
import io.skyholm.events.host.PortSettings;
import io.skyholm.events.host.PortTraffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Networks behind ports on two hosts, as the kernel has them; guests are namespaces here, so that no time goes by with booting. */
@EnabledIfSystemProperty(named = "skyholm.real", matches = "true")
class HostPortsTest {

    private static final List<PortRule> OPEN = List.of(
            new PortRule(true, "any", null, null, "10.0.0.0/24"), new PortRule(false, "any", null, null, "0.0.0.0/0"));
    private static final List<PortRule> OPEN_TO_ALL =
            List.of(new PortRule(true, "any", null, null, "::/0"), new PortRule(false, "any", null, null, "::/0"));
    private static final List<PortRule> CLOSED = List.of(new PortRule(false, "any", null, null, "0.0.0.0/0"));

    private final Path folder;
    private final NetworkLab lab;
    private final LabHost one;
    private final LabHost other;

    HostPortsTest(@TempDir Path folder) {
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
    void guestsOfOneVpcReachEachOtherAcrossHostsAndThoseOfAnotherWithTheSameAddressesDoNot() {
        LabGuest first = lab.guest(one, port(42, 1, OPEN));
        LabGuest second = lab.guest(other, port(42, 2, OPEN));
        LabGuest beside = lab.guest(one, port(42, 3, OPEN));
        LabGuest stranger = lab.guest(one, port(43, 4, OPEN));
        LabGuest strangersFriend = lab.guest(other, port(43, 2, OPEN));
        assertThat(first.reaches("10.0.0.2")).isTrue();
        assertThat(second.reaches("10.0.0.1")).isTrue();
        assertThat(first.reaches("10.0.0.3")).isTrue();
        assertThat(first.reaches("10.0.0.4")).isFalse();
        assertThat(stranger.reaches("10.0.0.2")).isTrue();
        assertThat(stranger.reaches("10.0.0.1")).isFalse();
        assertThat(strangersFriend.reaches("10.0.0.4")).isTrue();
        assertThat(beside.reaches("10.0.0.2")).isTrue();
    }

    /** Where the host would answer, since it has a way back. */
    @Test
    void aGuestReachesNothingOfItsHost() {
        LabGuest guest = lab.guest(one, port(42, 1, OPEN));
        one.network().ip("route", "add", "10.0.0.0/24", "dev", "vpc-42");
        guest.network().ip("route", "add", "10.99.0.0/24", "dev", "eth0");
        assertThat(guest.reaches("10.0.0.254")).isTrue();
        assertThat(guest.reaches("10.99.0.1")).isFalse();
        assertThat(guest.reaches("10.99.0.2")).isFalse();
        assertThat(one.network().run("ip", "address", "show", "dev", "vpc-42")).doesNotContain("inet");
    }

    @Test
    void aGuestThatTakesAnothersAddressIsSilent() {
        DesiredPort port = port(42, 1, OPEN);
        LabGuest guest = lab.guest(one, port);
        LabGuest second = lab.guest(other, port(42, 2, OPEN));
        assertThat(second.reaches("10.0.0.1")).isTrue();
        guest.is(port.macAddress(), "10.0.0.9/24");
        assertThat(guest.reaches("10.0.0.2")).isFalse();
        assertThat(second.reaches("10.0.0.9")).isFalse();
        guest.is("02:00:00:00:00:99", "10.0.0.1/24");
        assertThat(guest.reaches("10.0.0.2")).isFalse();
        guest.is(port.macAddress(), "10.0.0.1/24");
        assertThat(guest.reaches("10.0.0.2")).isTrue();
        guest.network().ip("address", "add", "10.0.0.9/24", "dev", "eth0");
        assertThat(guest.reachesFrom("10.0.0.9", "10.0.0.2")).isFalse();
    }

    /** Its host would answer it at any address that it has. */
    @Test
    void aGuestDoesNotReachItsHost() {
        DesiredPort port = port(42, 1, OPEN);
        LabGuest guest = lab.guest(one, port);
        guest.network().ip("route", "add", "10.99.0.0/24", "dev", "eth0");
        assertThat(guest.reaches("10.99.0.1")).isFalse();
        assertThat(one.network().run("ip", "-6", "address", "show", "dev", "vpc-42"))
                .isBlank();
        guest.network().ip("neighbour", "replace", "10.99.0.1", "lladdr", addressOf("vpc-42"), "dev", "eth0");
        one.network().ip("address", "add", "10.0.0.250/24", "dev", "vpc-42");
        assertThat(guest.reaches("10.99.0.1")).isFalse();
    }

    private String addressOf(String device) {
        return one.network().run("ip", "-brief", "link", "show", "dev", device).split("\\s+", -1)[2];
    }

    @Test
    void aGroupIsOpenedAndClosedLiveAndCutsNoConnection() {
        LabGuest first = lab.guest(one, port(42, 1, OPEN));
        DesiredPort closed = port(42, 2, CLOSED);
        LabGuest second = lab.guest(other, closed);
        assertThat(second.reaches("10.0.0.1")).isTrue();
        assertThat(first.reaches("10.0.0.2")).isFalse();
        other.ports().plug(with(closed, 2, List.of(new PortRule(true, "icmp", null, null, "10.0.0.1/32"))));
        assertThat(first.reaches("10.0.0.2")).isTrue();
        Process asking = first.asking("10.0.0.2", 4);
        assertThat(first.reaches("10.0.0.2")).isTrue();
        other.ports().plug(with(closed, 3, List.of(new PortRule(true, "tcp", 22, 25, "10.0.0.0/24"))));
        assertThat(first.reaches("10.0.0.2")).isFalse();
        assertThat(LabGuest.await(asking)).isTrue();
        other.ports().plug(with(closed, 4, List.of()));
        assertThat(second.reaches("10.0.0.1")).isFalse();
    }

    @Test
    void aGuestIsToldItsAddressOnItsHostAlsoWhereAnotherVpcHasTheSame() throws IOException {
        PortSettings settings = new PortSettings(
                1450,
                List.of("a.example"),
                List.of(),
                List.of(new PortRoute("10.9.0.0/16", "10.0.0.9")),
                null,
                List.of());
        LabGuest first = lab.guest(one, told(port(42, 1, OPEN), settings));
        LabGuest second = lab.guest(other, port(42, 2, CLOSED));
        LabGuest same = lab.guest(one, port(43, 1, CLOSED));
        for (LabGuest guest : List.of(first, second, same)) {
            guest.network().ip("address", "flush", "dev", "eth0");
        }
        assertThat(first.asksForItsAddress(folder))
                .isEqualTo(
                        "told 10.0.0.1/24 10.0.0.254 9.9.9.9 1450 a.example 0.0.0.0/0 10.0.0.254 10.9.0.0/16 10.0.0.9");
        assertThat(second.asksForItsAddress(folder)).startsWith("told 10.0.0.2/24 10.0.0.254");
        assertThat(same.asksForItsAddress(folder)).startsWith("told 10.0.0.1/24 10.0.0.254");
        endServer("vpc-43");
        one.network().nft("flush ruleset\n");
        one.ports().tend();
        assertThat(same.asksForItsAddress(folder)).startsWith("told 10.0.0.1/24");
        assertThat(one.network().run("nft", "list", "tables")).contains(FilterTables.BRIDGE);
    }

    private void endServer(String bridge) throws IOException {
        Path pid = folder.resolve(one.namespace() + "-networks").resolve(bridge).resolve("pid");
        ProcessHandle server =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
        assertThat(server.destroyForcibly()).isTrue();
        assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void aGuestOfIpv6FindsItsRouterAndIsToldItsAddressAndNobodyElseIsItsRouter() {
        PortSettings settings = new PortSettings(1450, List.of(), List.of(), List.of(), null, List.of());
        DesiredPort port = told(port(42, 1, CLOSED), settings);
        LabGuest first = lab.guest(one, port);
        LabGuest second = lab.guest(other, port(42, 2, OPEN_TO_ALL));
        assertThat(first.findsItsRouter()).startsWith("default via fe80::1 ").contains("mtu 1450");
        assertThat(first.asksForItsAddressOfIpv6()).isEqualTo("told fd00::1 2620:fe::fe");
        assertThat(second.asksForItsAddressOfIpv6()).isEqualTo("told fd00::2");
        assertThat(first.reaches("fe80::1%eth0")).isFalse();
        one.ports().plug(with(port, 2, OPEN_TO_ALL));
        assertThat(first.reaches("fe80::1%eth0")).isTrue();
        assertThat(second.reachesFrom("fe80::ff:fe00:2a02%eth0", "fe80::ff:fe00:2a01%eth0"))
                .isTrue();
        second.network().ip("address", "add", "fe80::1/64", "dev", "eth0", "nodad");
        assertThat(second.reachesFrom("fe80::1%eth0", "fe80::ff:fe00:2a01%eth0"))
                .isFalse();
    }

    private static DesiredPort told(DesiredPort port, PortSettings settings) {
        return new DesiredPort(
                port.id(),
                1,
                true,
                port.instanceId(),
                port.tenantId(),
                port.subnetId(),
                port.macAddress(),
                null,
                port.vni(),
                port.addresses(),
                port.gateways(),
                List.of("9.9.9.9", "2620:fe::fe"),
                port.rules(),
                settings,
                port.rateMbps(),
                port.subnets());
    }

    @Test
    void whatIsRemovedLeavesNothingAndWhatNobodyUnderstandsHoldsUpNobodyElse() {
        DesiredPort port = port(42, 1, OPEN);
        DesiredPort beside = port(42, 2, OPEN);
        List<String> before = devices();
        one.ports().plug(port);
        one.ports().plug(beside);
        one.ports().plug(port);
        assertThat(one.ports().all()).extracting(Port::id).containsExactlyInAnyOrder(port.id(), beside.id());
        assertThat(one.ports().find(port.id())).get().returns(port.generation(), Port::generation);
        assertThat(other.ports().all()).isEmpty();
        assertThat(devices()).hasSize(before.size() + 6);
        DesiredPort wrong = port(44, 3, List.of(new PortRule(true, "tcp", 9, 3, "10.0.0.0/24")));
        assertThatThrownBy(() -> one.ports().plug(wrong)).isInstanceOf(HypervisorProblem.class);
        DesiredPort evil = port(44, 3, List.of(new PortRule(true, "tcp", 3, 9, "10.0.0.0/24 accept #")));
        assertThatThrownBy(() -> one.ports().plug(evil)).isInstanceOf(HypervisorProblem.class);
        one.ports().plug(with(port, 2, CLOSED));
        for (UUID id : List.of(wrong.id(), evil.id(), beside.id(), beside.id(), port.id())) {
            one.ports().unplug(id);
        }
        assertThat(devices()).isEqualTo(before);
        assertThat(one.network().run("nft", "list", "ruleset")).isBlank();
        assertThat(folder.resolve(one.namespace())).isEmptyDirectory();
        assertThat(folder.resolve(one.namespace() + "-networks")).isEmptyDirectory();
        assertThat(one.network().run("ip", "netns", "list")).doesNotContain(one.namespace() + "-vpc");
    }

    /** Whatever it sends: what it cannot begin any more, others of the same host still can. */
    @Test
    void aGuestDoesNotUseUpTheConnectionsOfItsHost() {
        LabGuest greedy = lab.guest(one, port(42, 1, OPEN));
        LabGuest victim = lab.guest(one, port(42, 2, OPEN));
        LabGuest beside = lab.guest(one, port(42, 3, OPEN));
        greedy.beginsConnections("10.0.0.2", 1);
        assertThat(connections())
                .isBetween(FilterTables.NEW_AT_ONCE / 2, FilterTables.NEW_AT_ONCE + 2 * FilterTables.NEW_EACH_SECOND);
        greedy.beginsConnections("10.0.0.2", 9);
        assertThat(connections()).isBetween(FilterTables.MOST_LEAVING / 2, FilterTables.MOST_LEAVING + 100);
        assertThat(greedy.reaches("10.0.0.3")).isFalse();
        assertThat(beside.reaches("10.0.0.2")).isTrue();
        assertThat(victim.reaches("10.0.0.3")).isTrue();
    }

    private int connections() {
        return Integer.parseInt(one.network()
                .run("cat", "/proc/sys/net/netfilter/nf_conntrack_count")
                .strip());
    }

    @Test
    void aGuestSendsAndGetsNoFasterThanItsPortMayWhichIsChangedLive() throws IOException {
        List<String> before = devices();
        DesiredPort port = port(42, 1, OPEN);
        DesiredPort beside = port(42, 2, OPEN);
        LabGuest guest = lab.guest(one, limited(port, 1, 20));
        LabGuest second = lab.guest(other, beside);
        assertThat(guest.sends(second, "10.0.0.2")).isBetween(10.0, 24.0);
        assertThat(second.sends(guest, "10.0.0.1")).isBetween(10.0, 24.0);
        one.ports().plug(limited(port, 2, 5));
        assertThat(guest.sends(second, "10.0.0.2")).isBetween(2.5, 7.0);
        assertThat(second.sends(guest, "10.0.0.1")).isBetween(2.5, 7.0);
        one.network().ip("link", "delete", "dev", PortRates.shaper(port.id()));
        one.network().tc("qdisc", "delete", "dev", Tap.device(port.id()), "root");
        one.ports().tend();
        assertThat(guest.sends(second, "10.0.0.2")).isBetween(2.5, 7.0);
        assertThat(second.sends(guest, "10.0.0.1")).isBetween(2.5, 7.0);
        one.ports().plug(limited(port, 3, null));
        assertThat(guest.sends(second, "10.0.0.2")).isGreaterThan(50.0);
        assertThat(second.sends(guest, "10.0.0.1")).isGreaterThan(50.0);
        one.ports().plug(limited(port, 4, 10_000_000));
        assertThat(guest.sends(second, "10.0.0.2")).isGreaterThan(50.0);
        one.ports().unplug(port.id());
        assertThat(devices()).isEqualTo(before);
    }

    /** As it is when an agent is killed between two commands, or the second of them fails, and when somebody takes away a part. */
    @Test
    void aLimitThatIsThereInPartIsMadeWholeWhoeverFindsIt() throws IOException {
        DesiredPort port = limited(port(42, 1, OPEN), 1, 20);
        LabGuest guest = lab.guest(one, port);
        LabGuest second = lab.guest(other, port(42, 2, OPEN));
        String tap = Tap.device(port.id());
        String shaper = PortRates.shaper(port.id());
        List<Runnable> losses = List.of(
                () -> one.network().tc("filter", "delete", "dev", tap, "parent", "ffff:"),
                () -> one.network().tc("qdisc", "delete", "dev", tap, "ingress"),
                () -> one.network().tc("qdisc", "delete", "dev", shaper, "root"),
                () -> one.network().ip("link", "delete", "dev", shaper),
                () -> {
                    one.network().ip("link", "delete", "dev", shaper);
                    one.network().ip("link", "add", "name", shaper, "type", "ifb");
                },
                () -> {
                    one.network().ip("link", "delete", "dev", shaper);
                    one.network().ip("link", "add", "name", shaper, "type", "ifb");
                    one.network().ip("link", "set", "dev", shaper, "up");
                    one.network()
                            .tc(
                                    "qdisc", "replace", "dev", shaper, "root", "tbf", "rate", "20mbit", "burst", "64k",
                                    "limit", "300k");
                });
        List<Runnable> finders =
                List.of(() -> one.ports().tend(), () -> one.ports().plug(port), () -> one.nextAgent(folder)
                        .tend());
        for (Runnable loss : losses) {
            for (Runnable finder : finders) {
                loss.run();
                finder.run();
                assertThat(led(port)).contains("Redirect to device " + shaper);
                assertThat(one.network().run("tc", "qdisc", "show", "dev", shaper))
                        .contains("tbf");
            }
            assertThat(guest.sends(second, "10.0.0.2")).isBetween(10.0, 24.0);
        }
        one.network().tc("qdisc", "delete", "dev", tap, "root");
        one.ports().tend();
        assertThat(second.sends(guest, "10.0.0.1")).isBetween(10.0, 24.0);
    }

    private String led(DesiredPort port) {
        return one.network().run("tc", "filter", "show", "dev", Tap.device(port.id()), "parent", "ffff:");
    }

    @Test
    void aPortThatCannotBeLimitedKeepsNoOtherFromItAndNobodyFromBeingServed() throws IOException {
        DesiredPort before = limited(port(42, 1, CLOSED), 1, 5);
        DesiredPort wrong = limited(port(43, 2, CLOSED), 1, 5);
        DesiredPort behind = limited(port(44, 3, CLOSED), 1, 5);
        List<LabGuest> guests = Stream.of(before, wrong, behind)
                .map(port -> lab.guest(one, port))
                .toList();
        for (DesiredPort port : List.of(before, wrong, behind)) {
            one.network().tc("filter", "delete", "dev", Tap.device(port.id()), "parent", "ffff:");
            endServer("vpc-" + port.vni());
        }
        one.stored().keep(limited(wrong, 2, 0));
        assertThatThrownBy(() -> one.ports().tend())
                .isInstanceOf(HypervisorProblem.class)
                .hasMessageStartingWith("Port " + wrong.id() + " may not be as fast as it is to be: ");
        for (DesiredPort port : List.of(before, behind)) {
            assertThat(led(port)).contains("Redirect to device " + PortRates.shaper(port.id()));
        }
        for (LabGuest guest : guests) {
            assertThat(guest.asksForItsAddress(folder)).startsWith("told 10.0.0.");
        }
    }

    private static DesiredPort limited(DesiredPort port, long generation, @Nullable Integer mbps) {
        return changed(port, generation, port.rules(), mbps);
    }

    /** What it sends in two seconds at 20 Mbit/s is 5 MB, in frames of 1,500 bytes with their headers. */
    @Test
    void whatAGuestSendsAndGetsIsCountedOnByTheNextAgentAndAnewAtAnotherDevice() throws IOException {
        DesiredPort port = limited(port(42, 1, OPEN), 1, 20);
        DesiredPort beside = port(42, 2, OPEN);
        LabGuest guest = lab.guest(one, port);
        LabGuest second = lab.guest(other, beside);
        PortTraffic before = traffic(one.ports(), port);
        PortTraffic besides = traffic(other.ports(), beside);
        assertThat(guest.sends(second, "10.0.0.2")).isPositive();
        PortTraffic sent = traffic(one.ports(), port);
        assertThat(sent.sentBytes() - before.sentBytes()).isBetween(2_000_000L, 8_000_000L);
        assertThat(sent.receivedBytes() - before.receivedBytes()).isBetween(1_000L, 500_000L);
        assertThat(traffic(other.ports(), beside).receivedBytes() - besides.receivedBytes())
                .isBetween(2_000_000L, 8_000_000L);
        assertThat(second.sends(guest, "10.0.0.1")).isPositive();
        PortTraffic got = traffic(one.nextAgent(folder), port);
        assertThat(got.countedSince()).isEqualTo(before.countedSince());
        assertThat(got.receivedBytes() - sent.receivedBytes()).isBetween(2_000_000L, 8_000_000L);
        one.network().ip("link", "delete", "dev", Tap.device(port.id()));
        one.ports().plug(port);
        PortTraffic anew = traffic(one.ports(), port);
        assertThat(anew.countedSince()).isAfter(got.countedSince());
        assertThat(anew.receivedBytes() + anew.sentBytes()).isLessThan(100_000);
    }

    private static PortTraffic traffic(HostPorts ports, DesiredPort port) {
        return Objects.requireNonNull(ports.find(port.id()).orElseThrow().traffic());
    }

    @Test
    void aPortIsChangedWithoutTouchingTheOthers() {
        DesiredPort port = port(42, 1, OPEN);
        DesiredPort beside = port(43, 2, OPEN);
        one.ports().plug(port);
        one.ports().plug(beside);
        String unchanged = handles(beside);
        String common = common();
        one.ports().plug(with(port, 2, CLOSED));
        one.ports().plug(port(42, 3, OPEN));
        one.ports().unplug(port.id());
        assertThat(handles(beside)).isEqualTo(unchanged).contains("in-" + Tap.device(beside.id()));
        assertThat(common()).isEqualTo(common);
        assertThat(one.network().run("nft", "list", "ruleset")).doesNotContain(Tap.device(port.id()));
        one.ports().unplug(beside.id());
        assertThat(one.network().run("nft", "list", "ruleset")).doesNotContain("vpc-43");
    }

    /** The kernel numbers what is made anew. */
    private String handles(DesiredPort port) {
        return one.network().run("nft", "-a", "list", "chain", "bridge", "skyholm", "in-" + Tap.device(port.id()));
    }

    private String common() {
        return one.network().run("nft", "-a", "list", "chain", "bridge", "skyholm", "forwarded");
    }

    @Test
    void whatFiltersRefuseIsNotKeptAndTheNextAgentMakesThemFromWhatIs() {
        DesiredPort port = port(42, 1, OPEN);
        one.ports().plug(port);
        DesiredPort wrong = with(port, 2, List.of(new PortRule(true, "carrier-pigeon", null, null, "10.0.0.0/24")));
        assertThatThrownBy(() -> one.ports().plug(wrong)).isInstanceOf(HypervisorProblem.class);
        assertThat(one.stored().find(port.id())).contains(port);
        DesiredPort older = with(port(42, 2, OPEN), 7, wrong.rules());
        one.ports().plug(with(older, 6, OPEN));
        one.stored().keep(older);
        HostPorts next = one.nextAgent(folder);
        next.tend();
        assertThat(one.network().run("nft", "list", "ruleset"))
                .contains("in-" + Tap.device(port.id()))
                .doesNotContain("in-" + Tap.device(older.id()));
        assertThat(next.find(port.id())).get().returns(1L, Port::generation);
        assertThat(next.find(older.id())).get().returns(0L, Port::generation);
    }

    private List<String> devices() {
        return one.network().devices().stream().map(NetworkDevice::name).toList();
    }

    private static DesiredPort port(int vni, int number, List<PortRule> rules) {
        return new DesiredPort(
                UUID.randomUUID(),
                1,
                true,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                String.format(Locale.ROOT, "02:00:00:00:%02x:%02x", vni, number),
                null,
                vni,
                List.of("10.0.0." + number + "/24", "fd00::" + number + "/64"),
                List.of("10.0.0.254", "fd00::254"),
                List.of(),
                rules,
                PortSettings.NONE,
                null,
                List.of());
    }

    private static DesiredPort with(DesiredPort port, long generation, List<PortRule> rules) {
        return changed(port, generation, rules, port.rateMbps());
    }

    private static DesiredPort changed(
            DesiredPort port, long generation, List<PortRule> rules, @Nullable Integer mbps) {
        return new DesiredPort(
                port.id(),
                generation,
                true,
                port.instanceId(),
                port.tenantId(),
                port.subnetId(),
                port.macAddress(),
                null,
                port.vni(),
                port.addresses(),
                port.gateways(),
                port.nameServers(),
                rules,
                port.settings(),
                mbps,
                port.subnets());
    }
}
