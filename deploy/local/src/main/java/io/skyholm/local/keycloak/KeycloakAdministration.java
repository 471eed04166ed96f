package io.skyholm.local.keycloak;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skyholm.local.Http;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.home.Site;
import io.skyholm.local.login.LauncherClient;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The administration of the realm, as the administrator whom Keycloak was given at its first start. */
public class KeycloakAdministration {
    public static final String USER = "skyholm";
    public static final String PASSWORD = "keycloak_admin";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "application/json";

    private final String realm;
    private final String bearer;

    private KeycloakAdministration(String realm, String bearer) {
        this.realm = realm;
        this.bearer = bearer;
    }

    KeycloakAdministration(KeycloakAdministration same) {
        this(same.realm, same.bearer);
    }

    /** Logs in there. */
    public static KeycloakAdministration of(Site site) {
        String keycloak = site.http("keycloak");
        HttpResponse<String> answer = Http.send(
                "POST",
                keycloak + "/realms/master/protocol/openid-connect/token",
                "application/x-www-form-urlencoded",
                LauncherClient.encoded(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        USER,
                        "password",
                        site.secrets().password(PASSWORD))));
        return new KeycloakAdministration(
                keycloak + "/admin/realms/skyholm",
                "Bearer " + read(answer).path("access_token").asText());
    }

    /** What the realm has below that path. */
    public JsonNode get(String path) {
        return read(Http.as(bearer, "GET", realm + path, TYPE, ""));
    }

    void send(String method, String path, @Nullable JsonNode body) {
        read(Http.as(bearer, method, realm + path, TYPE, body == null ? "" : body.toString()));
    }

    /** Makes what lies below that path, and tells its id. */
    String make(String path, JsonNode body) {
        HttpResponse<String> answer = Http.as(bearer, "POST", realm + path, TYPE, body.toString());
        read(answer);
        String address = answer.headers().firstValue("Location").orElseThrow();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    ObjectNode object() {
        return JSON.createObjectNode();
    }

    JsonNode array(Collection<JsonNode> things) {
        return JSON.createArrayNode().addAll(things);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new LaunchProblem(
                    "Keycloak answered " + answer.statusCode() + " to "
                            + answer.request().method() + " " + answer.uri().getPath() + ": " + answer.body(),
                    "its realm comes from an earlier version and must be brought up to date as the administrator "
                            + USER + " of Keycloak's realm master; ./skyholm reset makes new data");
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException broken) {
            throw new IllegalStateException("Keycloak did not answer with JSON", broken);
        }
    }
}
