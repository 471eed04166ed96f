package io.skyholm.local.login;

import io.skyholm.local.home.Site;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The client as which the launcher, the tests and the benchmarks log people in by name and password. Its secret is this data
 * directory's own: nobody else can try passwords without Keycloak's pages, and the realm that is deployed elsewhere has no such client.
 */
public record LauncherClient(Site site) {
    public static final String ID = "skyholm-launcher";

    /** By which it is known to be this client. */
    public String secret() {
        return site.secrets().password("launcher_client");
    }

    /** Where tokens are given out. */
    public String tokenAddress() {
        return site.http("keycloak") + "/realms/skyholm/protocol/openid-connect/token";
    }

    /** The form that asks for somebody's token. */
    public String login(String username, String password) {
        Map<String, String> form = new TreeMap<>(proof());
        form.put("grant_type", "password");
        form.put("username", username);
        form.put("password", password);
        return encoded(form);
    }

    /** The fields by which it proves that it is this client. */
    public Map<String, String> proof() {
        return Map.of("client_id", ID, "client_secret", secret());
    }

    /** As a form is sent. */
    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
