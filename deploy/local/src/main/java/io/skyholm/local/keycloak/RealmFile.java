package io.skyholm.local.keycloak;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skyholm.local.Resource;
import io.skyholm.local.home.Site;
import io.skyholm.local.login.LauncherClient;
import java.util.Map;

/** The realm as this checkout has it, with the client of the launcher beside those of every deployment. */
public record RealmFile(Site site) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As Keycloak imports it: it finds what the placeholders stand for in its environment. */
    public String text() {
        return realm(Resource.text("keycloak/skyholm-realm.json"), Resource.text("keycloak/launcher-client.json"))
                .toPrettyString();
    }

    /** With what the placeholders stand for. */
    public JsonNode filled() {
        return realm(
                Resource.text("keycloak/skyholm-realm.json", placeholders()),
                Resource.text("keycloak/launcher-client.json", placeholders()));
    }

    /** What its placeholders stand for. */
    public Map<String, String> placeholders() {
        return Map.of(
                "SKYHOLM_PUBLIC_URL", site.gateway(),
                "SKYHOLM_IDENTITY_CLIENT_SECRET", site.secrets().password("identity_client"),
                "SKYHOLM_LAUNCHER_CLIENT_SECRET", new LauncherClient(site).secret());
    }

    private static JsonNode realm(String realm, String client) {
        try {
            ObjectNode whole = (ObjectNode) JSON.readTree(realm);
            whole.withArray("clients").add(JSON.readTree(client));
            return whole;
        } catch (JacksonException broken) {
            throw new IllegalStateException("the realm is not JSON", broken);
        }
    }
}
