package io.skyholm.network.networkingconfig;

import io.skyholm.events.network.NetworkingConfigType;
import io.skyholm.network.cidr.Cidr;
import io.skyholm.runtime.problem.Problem;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms of the documents, by type; what has another form is refused. */
final class ConfigSchemas {

    private static final int MOST = 64;
    private static final int SMALLEST_PACKET = 1280;
    private static final int LARGEST_PACKET = 9216;
    private static final String HOST =
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?" + "(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?){0,9}";

    private ConfigSchemas() {}

    /** The document, if it has the form of its type. */
    static Map<String, Object> checked(NetworkingConfigType type, Map<String, Object> config) {
        switch (type) {
            case RESOLVERS -> {
                known(config, Set.of("nameServers", "searchDomains"));
                texts(config, "nameServers", true).forEach(server -> address("nameServers", server));
                texts(config, "searchDomains", false).forEach(domain -> host("searchDomains", domain));
            }
            case NTP -> {
                known(config, Set.of("servers"));
                texts(config, "servers", true).forEach(server -> hostOrAddress("servers", server));
            }
            case ROUTES -> {
                known(config, Set.of("routes"));
                list(config, "routes", true).forEach(ConfigSchemas::route);
            }
            case MTU -> {
                known(config, Set.of("mtu"));
                number(config, "mtu", SMALLEST_PACKET, LARGEST_PACKET);
            }
            case PROXY -> {
                known(config, Set.of("url", "exceptions"));
                url(config);
                texts(config, "exceptions", false);
            }
        }
        return config;
    }

    private static void route(Object each) {
        if (!(each instanceof Map<?, ?> route)
                || !Set.of("destination", "nextHop").equals(route.keySet())) {
            throw refused("routes", "must hold objects with destination and nextHop");
        }
        Cidr destination = Cidr.parse("config.routes", String.valueOf(route.get("destination")));
        if (!Cidr.isAddress(String.valueOf(route.get("nextHop")), destination.bits())) {
            throw refused("routes", "must have a nextHop of the destination's family");
        }
    }

    private static void known(Map<String, Object> config, Set<String> names) {
        if (!names.containsAll(config.keySet())) {
            throw Problem.invalid("config", "has other fields than its type, which has " + names);
        }
    }

    private static Collection<?> list(Map<String, Object> config, String name, boolean required) {
        Object value = config.get(name);
        if (value == null && !required) {
            return List.of();
        }
        if (!(value instanceof Collection<?> list) || list.isEmpty() || list.size() > MOST) {
            throw refused(name, "must be a list of 1 to " + MOST);
        }
        return list;
    }

    private static List<String> texts(Map<String, Object> config, String name, boolean required) {
        return list(config, name, required).stream()
                .map(value -> {
                    if (!(value instanceof String text) || text.isBlank() || text.length() > 253) {
                        throw refused(name, "must hold texts of at most 253 characters");
                    }
                    return text;
                })
                .toList();
    }

    private static void address(String name, String text) {
        if (!isAddress(text)) {
            throw refused(name, "must hold addresses");
        }
    }

    private static void host(String name, String text) {
        if (!text.matches(HOST)) {
            throw refused(name, "must hold names of hosts or domains");
        }
    }

    private static void hostOrAddress(String name, String text) {
        if (!isAddress(text)) {
            host(name, text);
        }
    }

    private static boolean isAddress(String text) {
        return Cidr.isAddress(text, 32) || Cidr.isAddress(text, 128);
    }

    private static void number(Map<String, Object> config, String name, int least, int most) {
        if (!(config.get(name) instanceof Integer number) || number < least || number > most) {
            throw refused(name, "must be a whole number from %d to %d".formatted(least, most));
        }
    }

    private static void url(Map<String, Object> config) {
        if (!isProxy(config.get("url"))) {
            throw refused("url", "must be a URL such as http://proxy.example:3128");
        }
    }

    private static boolean isProxy(@Nullable Object value) {
        try {
            return value instanceof String text
                    && text.length() <= 253
                    && Set.of("http", "https")
                            .contains(String.valueOf(URI.create(text).getScheme()))
                    && URI.create(text).getHost() != null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static Problem refused(String name, String message) {
        return Problem.invalid("config." + name, message);
    }
}
