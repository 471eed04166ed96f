package io.skyholm.agent.network;

import io.skyholm.agent.network.host.Prefix;
import io.skyholm.events.host.DesiredPort;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A subnet with a gateway, in which a port is served, as the port's address says it.
 *
 * @param block the port's address with the length of the subnet's prefix
 */
record ServedSubnet(Prefix block, String gateway) {

    /** In a wider one of IPv6 the server tells no addresses. */
    private static final int WIDEST_SIX = 64;

    /** At most one of each family: the first. */
    static List<ServedSubnet> of(DesiredPort port) {
        return Stream.of(first(port, block -> !block.isSix()), first(port, Prefix::isSix))
                .flatMap(Optional::stream)
                .filter(subnet -> !subnet.isSix() || subnet.length() >= WIDEST_SIX)
                .toList();
    }

    private static Optional<ServedSubnet> first(DesiredPort port, Predicate<Prefix> family) {
        Optional<Prefix> gateway = blocks(port.gateways()).filter(family).findFirst();
        return blocks(port.addresses().stream()
                        .filter(address -> address.contains("/"))
                        .toList())
                .filter(family)
                .findFirst()
                .flatMap(block -> gateway.map(router -> new ServedSubnet(block, router.text())));
    }

    private static Stream<Prefix> blocks(List<String> addresses) {
        return addresses.stream().flatMap(address -> Prefix.read(address).stream());
    }

    boolean isSix() {
        return block.isSix();
    }

    int length() {
        return block.length();
    }

    String address() {
        return block.text().replaceAll("/.*", "");
    }

    /** Its first address. */
    String network() {
        return Prefix.written(block.first(), block.bits());
    }

    /** As the server reads it: of IPv6 it is a length. */
    String mask() {
        BigInteger all = BigInteger.ONE.shiftLeft(block.bits()).subtract(BigInteger.ONE);
        int free = block.bits() - block.length();
        return isSix()
                ? Integer.toString(length())
                : Prefix.written(all.shiftRight(free).shiftLeft(free), block.bits());
    }
}
