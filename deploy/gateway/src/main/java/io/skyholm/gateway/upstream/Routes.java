package io.skyholm.gateway.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Which upstream answers for a path: the first segment below /v1/ decides, as routes.properties says. */
public final class Routes {

    private static final String API = "/v1/";

    private final Map<String, Upstream> byResource;
    private final Optional<Upstream> keycloak;

    private Routes(Map<String, Upstream> byResource, Optional<Upstream> keycloak) {
        this.byResource = Map.copyOf(byResource);
        this.keycloak = keycloak;
    }

    /** Only the resources of services that are there. */
    public static Routes of(List<Upstream> services, Optional<Upstream> keycloak) {
        Properties resources = read();
        Map<String, Upstream> byResource = new HashMap<>();
        for (Upstream service : services) {
            String own = resources.getProperty(service.name());
            if (own == null) {
                throw new IllegalArgumentException("routes.properties has no line for the service " + service.name());
            }
            for (String resource : own.strip().split("\\s+", -1)) {
                byResource.put(resource, service);
            }
        }
        return new Routes(byResource, keycloak);
    }

    /** Whether the path is one of Keycloak's public ones; its administration is not. */
    public static boolean isLogin(String path) {
        return path.startsWith("/realms/") || path.startsWith("/resources/");
    }

    /** Empty when nobody answers there. */
    public Optional<Upstream> to(String path) {
        if (isLogin(path)) {
            return keycloak;
        }
        if (!path.startsWith(API)) {
            return Optional.empty();
        }
        int end = path.indexOf('/', API.length());
        return Optional.ofNullable(
                byResource.get(end < 0 ? path.substring(API.length()) : path.substring(API.length(), end)));
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
