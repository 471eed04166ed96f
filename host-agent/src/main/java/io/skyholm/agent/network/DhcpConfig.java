package io.skyholm.agent.network;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortRoute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the server of DHCP of a VPC on one host is told, in the language of dnsmasq: it serves the ports of that host alone, each with the address that it
 * has. The server has the address of the subnet's gateway, so a subnet without one has none. Of IPv6 it tells nothing.
 */
record DhcpConfig(List<DesiredPort> ports) {

    private static final String LEASED = "1h";
    private static final int BYTES = 4;
    private static final int BITS = 32;
    private static final int BYTE_BITS = 8;
    private static final int BYTE = 0xff;

    DhcpConfig {
        ports = List.copyOf(ports);
    }

    /** The addresses that the server has itself, with the lengths of their prefixes. */
    Set<String> own() {
        Set<String> own = new LinkedHashSet<>();
        ports.forEach(port -> subnet(port).ifPresent(subnet -> own.add(subnet.gateway() + "/" + subnet.prefix())));
        return own;
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
                "dhcp-leasefile=" + folder + "/leases",
                "pid-file=" + folder + "/pid",
                "log-facility=" + folder + "/log"));
        Set<String> taken = new HashSet<>();
        ports.forEach(port -> subnet(port)
                .filter(subnet -> taken.add(subnet.address()) && taken.add(port.macAddress()))
                .ifPresent(subnet -> lines.addAll(lines(port, subnet))));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> lines(DesiredPort port, Subnet subnet) {
        String tag = Tap.device(port.id());
        List<String> lines = new ArrayList<>();
        lines.add("dhcp-range=" + subnet.network() + ",static," + subnet.mask() + "," + LEASED);
        lines.add("dhcp-host=" + port.macAddress() + ",set:" + tag + "," + subnet.address());
        option(lines, tag, "router", List.of(subnet.gateway()));
        option(lines, tag, "dns-server", four(port.nameServers()).toList());
        option(lines, tag, "ntp-server", four(port.settings().ntpServers()).toList());
        option(lines, tag, "domain-search", port.settings().searchDomains());
        Integer mtu = port.settings().mtu();
        option(lines, tag, "mtu", mtu == null ? List.of() : List.of(mtu.toString()));
        option(lines, tag, "classless-static-route", routes(port, subnet));
        if (!lines.stream().allMatch(line -> line.matches("[\\w.:/,=-]+"))) {
            throw new HypervisorProblem(
                    "What guests are told of port " + port.id() + " has characters that none may have");
        }
        return lines;
    }

    private static void option(List<String> lines, String tag, String name, List<String> values) {
        if (!values.isEmpty()) {
            lines.add("dhcp-option=tag:" + tag + ",option:" + name + "," + String.join(",", values));
        }
    }

    /** Who is told routes passes over the router: it is one of them. */
    private static List<String> routes(DesiredPort port, Subnet subnet) {
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

    private static Optional<Subnet> subnet(DesiredPort port) {
        Optional<String> gateway = four(port.gateways()).findFirst();
        return four(port.addresses())
                .filter(address -> address.contains("/"))
                .findFirst()
                .flatMap(address -> gateway.map(router -> Subnet.of(address, router)));
    }

    private static Stream<String> four(List<String> addresses) {
        return addresses.stream().filter(DhcpConfig::isFour);
    }

    private static boolean isFour(String address) {
        return address.matches("[0-9.]+(/[0-9]{1,2})?");
    }

    /** The subnet of a port, as its address says it. */
    private record Subnet(String address, int prefix, String gateway) {

        static Subnet of(String address, String gateway) {
            int slash = address.indexOf('/');
            return new Subnet(address.substring(0, slash), Integer.parseInt(address.substring(slash + 1)), gateway);
        }

        String mask() {
            return text(bits());
        }

        String network() {
            return text(number(address) & bits());
        }

        private int bits() {
            return prefix == 0 ? 0 : -1 << (BITS - prefix);
        }

        private static int number(String address) {
            int number = 0;
            for (String part : address.split("\\.", BYTES)) {
                number = number << BYTE_BITS | Integer.parseInt(part);
            }
            return number;
        }

        private static String text(int number) {
            List<String> parts = new ArrayList<>();
            for (int shift = BITS - BYTE_BITS; shift >= 0; shift -= BYTE_BITS) {
                parts.add(Integer.toString(number >> shift & BYTE));
            }
            return String.join(".", parts);
        }
    }
}
