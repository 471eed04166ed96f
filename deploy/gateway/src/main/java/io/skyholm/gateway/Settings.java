package io.skyholm.gateway;

import io.skyholm.gateway.call.AddressBlock;
import io.skyholm.gateway.call.RouteClasses;
import io.skyholm.gateway.upstream.Upstream;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an installation decides about its gateway.
 *
 * @param host the address to listen on
 * @param port the TLS port
 * @param plainPort a port without TLS, for use behind a terminating load balancer
 * @param certificate PEM file with the certificate chain
 * @param key PEM file with the private key
 * @param publicUrl where clients find the gateway
 * @param services the services, in the order of SKYHOLM_ROUTES
 * @param keycloak who signs people's tokens
 * @param serviceTokenKeys by which tokens of service accounts are verified (RFC 7517)
 * @param allowedOrigins web pages that may call the API from a browser
 * @param proxies load balancers in front that are believed
 * @param limits how much all clients may take
 * @param classes how much may be asked, by class of route
 */
public record Settings(
        String host,
        int port,
        Optional<Integer> plainPort,
        String certificate,
        String key,
        String publicUrl,
        List<Upstream> services,
        Optional<Upstream> keycloak,
        JsonObject serviceTokenKeys,
        Set<String> allowedOrigins,
        TrustedProxies proxies,
        Limits limits,
        RouteClasses classes) {

    static Settings from(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        int port = environment.number("SKYHOLM_PORT", 8443);
        String publicUrl = environment.text("SKYHOLM_PUBLIC_URL").orElse("https://localhost:" + port);
        return new Settings(
                environment.text("SKYHOLM_HOST").orElse("127.0.0.1"),
                port,
                environment.text("SKYHOLM_HTTP_PORT").map(text -> environment.number("SKYHOLM_HTTP_PORT", 0)),
                environment.needed("SKYHOLM_TLS_CERTIFICATE"),
                environment.needed("SKYHOLM_TLS_KEY"),
                publicUrl,
                environment.pairs("SKYHOLM_ROUTES").entrySet().stream()
                        .map(route -> Upstream.at(route.getKey(), route.getValue()))
                        .toList(),
                environment.text("SKYHOLM_KEYCLOAK_URL").map(url -> Upstream.at("keycloak", url)),
                environment
                        .text("SKYHOLM_SERVICE_TOKEN_KEYS")
                        .map(Settings::keys)
                        .orElseGet(JsonObject::new),
                environment
                        .text("SKYHOLM_ALLOWED_ORIGINS")
                        .map(origins -> Set.of(origins.split("[,\\s]+", -1)))
                        .orElse(Set.of(publicUrl, "http://localhost:5173")),
                proxies(environment),
                limits(environment),
                environment.text("SKYHOLM_LIMITS").map(Settings::classes).orElseGet(RouteClasses::usual));
    }

    private static JsonObject keys(String set) {
        try {
            return new JsonObject(set);
        } catch (DecodeException notJson) {
            throw new IllegalArgumentException("SKYHOLM_SERVICE_TOKEN_KEYS is no set of keys (RFC 7517)", notJson);
        }
    }

    private static TrustedProxies proxies(Environment environment) {
        List<AddressBlock> addresses = environment.text("SKYHOLM_TRUSTED_PROXIES").stream()
                .flatMap(listed -> Arrays.stream(listed.split("[,\\s]+", -1)))
                .map(AddressBlock::of)
                .toList();
        return new TrustedProxies(
                addresses, environment.text("SKYHOLM_PROXY_PROTOCOL").stream().anyMatch("true"::equals));
    }

    private static RouteClasses classes(String file) {
        try {
            return RouteClasses.parse(Files.readString(Path.of(file)));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("SKYHOLM_LIMITS: cannot read " + file, unreadable);
        }
    }

    private static Limits limits(Environment environment) {
        Limits usual = Limits.USUAL.within(Runtime.getRuntime().maxMemory());
        return new Limits(
                        environment.number("SKYHOLM_CONNECTIONS", usual.connections()),
                        environment.number("SKYHOLM_CONNECTIONS_PER_ADDRESS", usual.connectionsPerAddress()),
                        environment.number("SKYHOLM_OPEN_REQUESTS", usual.calls()),
                        environment.number("SKYHOLM_HELD_BYTES", (int) usual.heldBytes()),
                        environment.number("SKYHOLM_HELD_BYTES_PER_CALLER", (int) usual.heldBytesPerCaller()),
                        environment.seconds("SKYHOLM_FIRST_REQUEST_SECONDS", usual.firstRequest()),
                        environment.seconds("SKYHOLM_IDLE_SECONDS", usual.idle()),
                        environment.seconds("SKYHOLM_DRAIN_SECONDS", usual.drain()))
                .requireRoom(Runtime.getRuntime().maxMemory());
    }
}
