package io.skyholm.agent.network;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.network.host.Prefix;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortRoute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the server of DHCP of a VPC on one host is told, in the language of dnsmasq: it serves the ports of that host alone, each with the addresses that it
 * has. The server has the addresses of the subnet's gateways, so a subnet without one has none.
 *
 * <p>In IPv6 a guest learns from router advertisements where its router is, and that it is to ask for its address: it makes none of its own, which the
 * filters would drop.
 */
record DhcpConfig(List<DesiredPort> ports) {

    private static final String LEASED = "1h";

    /** How often routers say that they are there, and for how long one is believed. */
    private static final String ADVERTISED = "60,1800";

    private static final int LONGEST_OPTION = 255;

    /** The server reads what is behind it as another line. */
    private static final int LONGEST_LINE = 1_000;

    DhcpConfig {
        ports = List.copyOf(ports);
    }

    /** Whether any port is told something. */
    boolean isServed() {
        return ports.stream().anyMatch(port -> !ServedSubnet.of(port).isEmpty());
    }

    /** Of two with one address only the first is told it: the server would refuse both, and all others. */
    String text(String folder) {
        Set<String> lines = new LinkedHashSet<>(List.of(
                "port=0",
                "no-hosts",
                "no-resolv",
                "no-ping",
                "bind-interfaces",
                "interface=" + VpcServer.DEVICE,
                "dhcp-authoritative",
                "quiet-dhcp",
                "quiet-dhcp6",
                "quiet-ra",
                "dhcp-leasefile=" + folder + "/leases",
                "pid-file=" + folder + "/pid",
                // A guest can have it say as much as it likes.
                "log-facility=/dev/null"));
        lines.addAll(advertised());
        Set<String> taken = new HashSet<>();
        for (DesiredPort port : ports) {
            List<ServedSubnet> subnets = ServedSubnet.of(port).stream()
                    .filter(subnet -> taken.add(subnet.address()))
                    .toList();
            if (!subnets.isEmpty() && taken.add(port.macAddress())) {
                lines.addAll(lines(port, subnets));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** What is said to all guests at once. */
    private List<String> advertised() {
        if (ports.stream().flatMap(port -> ServedSubnet.of(port).stream()).noneMatch(ServedSubnet::isSix)) {
            return List.of();
        }
        String mtu = ports.stream()
                .map(port -> port.settings().mtu())
                .filter(Objects::nonNull)
                .min(Integer::compare)
                .map(least -> "mtu:" + least + ",")
                .orElse("");
        List<String> lines =
                new ArrayList<>(List.of("enable-ra", "ra-param=" + VpcServer.DEVICE + "," + mtu + ADVERTISED));
        List<String> servers = ports.stream()
                .flatMap(port -> sixes(port.nameServers()).stream())
                .distinct()
                .toList();
        if (!servers.isEmpty()) {
            lines.add("dhcp-option=option6:dns-server," + String.join(",", servers));
        }
        return lines;
    }

    private static List<String> lines(DesiredPort port, List<ServedSubnet> subnets) {
        String tag = Tap.device(port.id());
        List<String> lines = new ArrayList<>();
        StringBuilder host = new StringBuilder("dhcp-host=" + port.macAddress() + ",set:" + tag);
        for (ServedSubnet subnet : subnets) {
            lines.add("dhcp-range=" + subnet.network() + ",static," + subnet.mask() + "," + LEASED);
            host.append(',').append(subnet.isSix() ? "[" + subnet.address() + "]" : subnet.address());
            lines.addAll(subnet.isSix() ? sixOptions(port, tag) : fourOptions(port, subnet, tag));
        }
        lines.add(host.toString());
        if (!lines.stream().allMatch(line -> line.matches("[\\w.:/,=\\[\\]-]+"))) {
            throw new HypervisorProblem(
                    "What guests are told of port " + port.id() + " has characters that none may have");
        }
        return lines;
    }

    private static List<String> fourOptions(DesiredPort port, ServedSubnet subnet, String tag) {
        Integer mtu = port.settings().mtu();
        return Stream.of(
                        option(tag, "option:router", List.of(subnet.gateway())),
                        option(tag, "option:dns-server", fours(port.nameServers())),
                        option(tag, "option:ntp-server", fours(port.settings().ntpServers())),
                        option(tag, "option:domain-search", port.settings().searchDomains()),
                        option(tag, "option:mtu", mtu == null ? List.of() : List.of(mtu.toString())),
                        option(tag, "option:classless-static-route", routes(port, subnet)))
                .flatMap(List::stream)
                .toList();
    }

    /** Router, MTU and routes are none of DHCP's matters there. */
    private static List<String> sixOptions(DesiredPort port, String tag) {
        return Stream.of(
                        option(tag, "option6:dns-server", sixes(port.nameServers())),
                        option(tag, "option6:sntp-server", sixes(port.settings().ntpServers())),
                        option(tag, "option6:domain-search", port.settings().searchDomains()))
                .flatMap(List::stream)
                .toList();
    }

    /** One that is larger than DHCP has room for is left out: the server would refuse it, and serve nobody. */
    private static List<String> option(String tag, String name, List<String> values) {
        String line = "dhcp-option=tag:" + tag + "," + name + "," + String.join(",", values);
        int bytes = values.stream().mapToInt(DhcpConfig::bytes).sum();
        return values.isEmpty() || bytes > LONGEST_OPTION || line.length() > LONGEST_LINE ? List.of() : List.of(line);
    }

    /** As many as it takes in an option, or a few more. */
    private static int bytes(String value) {
        return isFour(value) ? Integer.BYTES + 1 : value.length() + 2;
    }

    /** Who is told routes passes over the router: it is one of them. */
    private static List<String> routes(DesiredPort port, ServedSubnet subnet) {
        List<PortRoute> routes = port.settings().routes().stream()
                .filter(route -> isFour(route.destination()) && isFour(route.nextHop()))
                .toList();
        return routes.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of("0.0.0.0/0", subnet.gateway()),
                                routes.stream().flatMap(route -> Stream.of(route.destination(), route.nextHop())))
                        .toList();
    }

    private static List<String> fours(List<String> addresses) {
        return addresses.stream().filter(DhcpConfig::isFour).toList();
    }

    private static boolean isFour(String address) {
        return Prefix.read(address).filter(prefix -> !prefix.isSix()).isPresent();
    }

    private static List<String> sixes(List<String> addresses) {
        return addresses.stream()
                .filter(address -> Prefix.read(address).filter(Prefix::isSix).isPresent())
                .map(address -> "[" + address + "]")
                .toList();
    }
}
