package io.skyholm.agent.network;

import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortRoute;
import io.skyholm.events.host.PortRule;
import io.skyholm.events.host.PortSettings;
import io.skyholm.events.host.PortSubnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ports of VPCs that have several subnets: {@code 10.0.N.0/24} and {@code fd00:0:0:N::/64}, whose routers end with 254. */
final class RoutedPort {

    static final PortRule ALL_OUT = new PortRule(false, "any", null, null, "0.0.0.0/0");
    static final PortRule ALL_OUT_SIX = new PortRule(false, "any", null, null, "::/0");
    static final List<PortRule> OPEN = List.of(
            ALL_OUT,
            ALL_OUT_SIX,
            new PortRule(true, "any", null, null, "10.0.0.0/16"),
            new PortRule(true, "any", null, null, "fd00::/48"));
    static final List<PortRule> CLOSED = List.of(ALL_OUT, ALL_OUT_SIX);

    private RoutedPort() {}

    /** One with that number in its subnet of a VPC with the subnets 1 and 2. */
    static DesiredPort port(int vni, int subnet, int number, List<PortRule> rules) {
        DesiredPort port = new DesiredPort(
                UUID.randomUUID(),
                1,
                true,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                String.format(Locale.ROOT, "02:00:00:%02x:%02x:%02x", vni, subnet, number),
                null,
                vni,
                List.of("10.0." + subnet + "." + number + "/24", "fd00:0:0:" + subnet + "::" + number + "/64"),
                List.of("10.0." + subnet + ".254", "fd00:0:0:" + subnet + "::254"),
                List.of(),
                rules,
                PortSettings.NONE,
                null,
                List.of());
        return subnets(port, 1, 1, 2);
    }

    /** The same in a VPC with those subnets. */
    static DesiredPort subnets(DesiredPort port, long generation, int... subnets) {
        return changed(
                port,
                generation,
                port.addresses(),
                port.rules(),
                IntStream.of(subnets).mapToObj(RoutedPort::subnet).toList());
    }

    static PortSubnet subnet(int subnet) {
        return new PortSubnet(List.of("10.0." + subnet + ".254/24", "fd00:0:0:" + subnet + "::254/64"), List.of());
    }

    /** The same where guests of the first subnet reach that destination over that guest. */
    static DesiredPort over(DesiredPort port, long generation, String destination, String nextHop) {
        PortSubnet first = new PortSubnet(subnet(1).gateways(), List.of(new PortRoute(destination, nextHop)));
        return changed(port, generation, port.addresses(), port.rules(), List.of(first, subnet(2)));
    }

    static DesiredPort with(DesiredPort port, long generation, List<PortRule> rules) {
        return changed(port, generation, port.addresses(), rules, port.subnets());
    }

    /** The same with these floating addresses beside its own. */
    static DesiredPort floating(DesiredPort port, long generation, String... addresses) {
        List<String> all = new ArrayList<>(port.addresses().stream()
                .filter(address -> !address.endsWith("/32") && !address.endsWith("/128"))
                .toList());
        Stream.of(addresses).forEach(address -> all.add(address + (address.contains(":") ? "/128" : "/32")));
        return changed(port, generation, all, port.rules(), port.subnets());
    }

    static DesiredPort changed(
            DesiredPort port, long generation, List<String> addresses, List<PortRule> rules, List<PortSubnet> subnets) {
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
                addresses,
                port.gateways(),
                port.nameServers(),
                rules,
                port.settings(),
                port.rateMbps(),
                subnets);
    }
}
