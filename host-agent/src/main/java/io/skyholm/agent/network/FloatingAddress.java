package io.skyholm.agent.network;

import io.skyholm.agent.network.host.Prefix;
import io.skyholm.events.host.DesiredPort;
import java.util.List;
import java.util.Optional;

/**
 * An address by which the outside reaches a port, which leads to the port's own.
 *
 * @param outer the address itself
 * @param inner the port's own address of the same family
 */
record FloatingAddress(String outer, String inner) {

    /** Those of a port: a network of its own each, where its own address is one of many in its subnet. */
    static List<FloatingAddress> of(DesiredPort port) {
        List<Prefix> all = port.addresses().stream()
                .flatMap(address -> Prefix.read(address).stream())
                .toList();
        return all.stream()
                .filter(FloatingAddress::isAlone)
                .flatMap(outer ->
                        own(all, outer).map(inner -> new FloatingAddress(outer.address(), inner.address())).stream())
                .toList();
    }

    private static Optional<Prefix> own(List<Prefix> all, Prefix outer) {
        return all.stream()
                .filter(address -> address.isSix() == outer.isSix() && !isAlone(address))
                .findFirst();
    }

    private static boolean isAlone(Prefix address) {
        return address.length() == address.bits();
    }

    boolean isSix() {
        return outer.contains(":");
    }
}
