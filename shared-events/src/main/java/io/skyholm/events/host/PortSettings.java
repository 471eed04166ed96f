package io.skyholm.events.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the guests of a port are told beside addresses and name servers, by DHCP and in router advertisements, as far as the operator has
 * settled it for the platform.
 *
 * @param mtu the largest packet
 * @param searchDomains the domains that complete a short name
 * @param ntpServers where guests get the time
 * @param routes beside that to the gateway
 * @param proxyUrl the proxy to the internet
 * @param proxyExceptions what is reached without the proxy
 */
public record PortSettings(
        @Nullable Integer mtu,
        List<String> searchDomains,
        List<String> ntpServers,
        List<PortRoute> routes,
        @Nullable String proxyUrl,
        List<String> proxyExceptions) {

    /** The same, and these routes: of two to one destination the first of them. */
    public PortSettings over(List<PortRoute> more) {
        Map<String, PortRoute> all = new LinkedHashMap<>();
        Stream.concat(more.stream(), routes.stream()).forEach(route -> all.putIfAbsent(route.destination(), route));
        return new PortSettings(mtu, searchDomains, ntpServers, List.copyOf(all.values()), proxyUrl, proxyExceptions);
    }

    /** Where nothing is settled. */
    public static final PortSettings NONE = new PortSettings(null, List.of(), List.of(), List.of(), null, List.of());
}
