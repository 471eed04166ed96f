package io.skyholm.system.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.local.login.LauncherClient;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Signing in, and looking at what Keycloak holds. */
public final class Keycloak {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private Keycloak() {}

    /** A real token of that user, as soon as they can sign in. */
    public static String token(String username, String password) {
        return signedIn(new LauncherClient(RunningSuite.site()).login(username, password));
    }

    /** How many users there are whose name starts so. */
    public static int users(String prefix) {
        HttpRequest request = HttpRequest.newBuilder(uri("/admin/realms/skyholm/users/count?search=" + prefix))
                .header("Authorization", "Bearer " + administration())
                .build();
        return Integer.parseInt(send(request).strip());
    }

    private static String administration() {
        String secret = RunningSuite.environmentOf("identity").getOrDefault("SKYHOLM_IDENTITY_CLIENT_SECRET", "");
        return signedIn("grant_type=client_credentials&client_id=skyholm-identity&client_secret=" + secret);
    }

    private static String signedIn(String form) {
        HttpRequest request = HttpRequest.newBuilder(uri("/realms/skyholm/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return Eventually.get(TIMEOUT, () -> {
            JsonNode token = Api.read(send(request)).path("access_token");
            return token.isTextual() ? token.asText() : null;
        });
    }

    private static URI uri(String path) {
        return RunningSuite.direct("keycloak").resolve(path);
    }

    private static String send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException unreachable) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
