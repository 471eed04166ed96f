package io.skyholm.identity.keycloak;

import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Our own token for Keycloak's administration, fetched again shortly before it ends. */
@ApplicationScoped
class KeycloakToken {

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Duration EARLY = Duration.ofSeconds(20);

    private final KeycloakAdmin keycloak;
    private final String clientId;
    private final String clientSecret;
    private volatile Held held = new Held("", Instant.EPOCH);

    KeycloakToken(
            @RestClient KeycloakAdmin keycloak,
            @ConfigProperty(name = "skyholm.keycloak.client-id") String clientId,
            @ConfigProperty(name = "skyholm.keycloak.client-secret") String clientSecret) {
        this.keycloak = keycloak;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** The value of an Authorization header. */
    Uni<String> bearer() {
        Held known = held;
        if (RealTime.now().isBefore(known.until)) {
            return Uni.createFrom().item(known.bearer);
        }
        return keycloak.token("client_credentials", clientId, clientSecret)
                .invoke(fresh -> held = new Held(
                        "Bearer " + fresh.accessToken(),
                        RealTime.now().plusSeconds(fresh.expiresIn()).minus(EARLY)))
                .map(fresh -> held.bearer);
    }

    /** Keycloak's id of our account, as the token says that is held; empty as long as none is. */
    String subject() {
        String[] parts = DOT.split(held.bearer, -1);
        return parts.length == 3
                ? new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                        .getString("sub", "")
                : "";
    }

    /** Keycloak no longer takes the token: it was restarted, or its keys were changed. */
    void forget() {
        held = new Held("", Instant.EPOCH);
    }

    private record Held(String bearer, Instant until) {}
}
