package io.skyholm.agent.network;

import io.skyholm.agent.network.host.Prefix;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operator's network, by which guests reach the outside.
 *
 * @param bridge the device of the host at which it is
 * @param address the host's own there, with the length of its prefix, as in {@code 192.0.2.10/24}: as which the outside sees its guests; of several
 *     hosts each one's, as in {@code host-1=192.0.2.11/24,host-2=192.0.2.12/24}
 * @param routers by which everything behind it is reached, at most one of each family
 */
public record Uplink(String bridge, String address, List<String> routers) {

    public Uplink {
        routers = List.copyOf(routers);
    }

    /** That of the host of this name, in which nothing is but what should be: it becomes a part of filters. */
    public Uplink of(String host) {
        String own = Stream.of(address.split(",", -1))
                .map(String::strip)
                .filter(each -> each.startsWith(host + "="))
                .map(each -> each.substring(host.length() + 1).strip())
                .findFirst()
                .orElse(address);
        boolean isRight = Prefix.read(own)
                        .filter(prefix -> !prefix.isSix() && prefix.length() < prefix.bits())
                        .isPresent()
                && routers.stream()
                        .allMatch(router ->
                                !router.contains("/") && Prefix.read(router).isPresent());
        if (!isRight) {
            throw new IllegalArgumentException("The uplink of " + host
                    + " has an address of IPv4 with the length of its prefix, and addresses of routers, not '" + own
                    + "' and "
                    + routers);
        }
        return new Uplink(bridge, own, routers);
    }

    private Prefix own() {
        return Prefix.read(address).orElseThrow();
    }

    /** The host's own address there. */
    String host() {
        return own().address();
    }

    /** The block that is reached without any router. */
    String network() {
        return own().network();
    }

    /** By which everything else of that family is reached. */
    Optional<String> router(boolean isSix) {
        return routers.stream().filter(router -> router.contains(":") == isSix).findFirst();
    }
}
