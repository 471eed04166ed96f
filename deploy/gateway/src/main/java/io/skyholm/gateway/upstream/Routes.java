package io.skyholm.gateway.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Which upstream answers for a path: the first segment below /v1/ decides, as routes.properties says. Operations are of
 * several services; which one's an operation is, its id says. What every service has for its operators lies below
 * /v1/services/ and its name.
 */
public final class Routes {

    private static final String API = "/v1/";
    private static final String OPERATIONS = API + "operations";
    private static final String OPERATION = OPERATIONS + "/";

    /** The last two digits of the fourth group of an operation's id. */
    private static final int MARK = OPERATION.length() + 21;

    private static final int MARK_END = MARK + 2;
    private static final int ID_END = OPERATION.length() + 36;
    private static final String MARKS = "operations.";
    private static final String QUOTAS = "quotas";
    private static final String SERVICES = API + "services/";

    private final Map<String, Upstream> byName;
    private final Map<String, Upstream> byResource;
    private final Map<String, Upstream> byMark;
    private final Optional<Upstream> keycloak;

    private Routes(
            Map<String, Upstream> byName,
            Map<String, Upstream> byResource,
            Map<String, Upstream> byMark,
            Optional<Upstream> keycloak) {
        this.byName = Map.copyOf(byName);
        this.byResource = Map.copyOf(byResource);
        this.byMark = Map.copyOf(byMark);
        this.keycloak = keycloak;
    }

    /** Only the resources of services that are there. */
    public static Routes of(List<Upstream> services, Optional<Upstream> keycloak) {
        Properties resources = read();
        Map<String, Upstream> byName = new HashMap<>();
        Map<String, Upstream> byResource = new HashMap<>();
        for (Upstream service : services) {
            byName.put(service.name(), service);
            String own = resources.getProperty(service.name());
            if (own == null) {
                throw new IllegalArgumentException("routes.properties has no line for the service " + service.name());
            }
            for (String resource : own.strip().split("\\s+", -1)) {
                byResource.put(resource, service);
            }
        }
        return new Routes(byName, byResource, marked(resources, services), keycloak);
    }

    private static Map<String, Upstream> marked(Properties resources, List<Upstream> services) {
        Map<String, Upstream> byMark = new HashMap<>();
        for (Upstream service : services) {
            String mark = resources.getProperty(MARKS + service.name());
            if (mark != null) {
                byMark.put(mark, service);
            }
        }
        return byMark;
    }

    /** Whether the path is Keycloak's; not all of those are public. */
    public static boolean isLogin(String path) {
        return path.startsWith("/realms/") || path.startsWith("/resources/");
    }

    /** Empty when nobody answers there. */
    public Optional<Upstream> to(String path) {
        if (isLogin(path)) {
            return LoginPaths.holds(path) ? keycloak : Optional.empty();
        }
        if (!path.startsWith(API)) {
            return Optional.empty();
        }
        if (path.startsWith(SERVICES)) {
            return Optional.ofNullable(byName.get(segment(path, SERVICES)));
        }
        return ownerOfOperation(path).or(() -> Optional.ofNullable(byResource.get(segment(path, API))));
    }

    /** The services that have a part of the list at that path each; empty where one service has it all. */
    public List<Upstream> partsOf(String path) {
        return path.equals(OPERATIONS) && byMark.size() > 1
                ? byMark.values().stream()
                        .sorted(Comparator.comparing(Upstream::name))
                        .toList()
                : List.of();
    }

    /** The services that hold something of what is limited, beside the one that knows the limits; empty at other paths. */
    public List<Upstream> quotaHolders(String path) {
        Upstream owner = byResource.get(QUOTAS);
        return path.equals(API + QUOTAS) && owner != null
                ? byName.values().stream()
                        .filter(service -> !service.equals(owner))
                        .sorted(Comparator.comparing(Upstream::name))
                        .toList()
                : List.of();
    }

    /** Empty for the list, and for ids without a mark that is known: those are whose the resource is. */
    private Optional<Upstream> ownerOfOperation(String path) {
        return path.startsWith(OPERATION) && path.length() >= ID_END
                ? Optional.ofNullable(byMark.get(path.substring(MARK, MARK_END).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** The segment that follows. */
    private static String segment(String path, String before) {
        int end = path.indexOf('/', before.length());
        return end < 0 ? path.substring(before.length()) : path.substring(before.length(), end);
    }

    private static Properties read() {
        Properties resources = new Properties();
        try (InputStream file = Routes.class.getResourceAsStream("/routes.properties")) {
            resources.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return resources;
    }
}
