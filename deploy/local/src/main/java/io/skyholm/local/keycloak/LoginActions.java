package io.skyholm.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What people can be asked to do, or do of their own, while they log in: what the file does not name they cannot. */
record LoginActions(KeycloakAdministration keycloak, JsonNode file) {
    private static final String ACTIONS = "/authentication/required-actions";

    void allow() {
        List<String> wanted = file.path("requiredActions").findValuesAsText("alias");
        keycloak.get(ACTIONS).forEach(known -> {
            if (!wanted.contains(known.path("alias").asText())) {
                set(((ObjectNode) known).put("enabled", false));
            }
        });
        List<String> known = keycloak.get(ACTIONS).findValuesAsText("alias");
        file.path("requiredActions").forEach(action -> {
            if (!known.contains(action.path("alias").asText())) {
                register(action);
            }
            set(action);
        });
    }

    private void register(JsonNode action) {
        keycloak.send(
                "POST",
                "/authentication/register-required-action",
                keycloak.object()
                        .put("providerId", action.path("providerId").asText())
                        .put("name", action.path("name").asText()));
    }

    private void set(JsonNode action) {
        keycloak.send("PUT", ACTIONS + "/" + action.path("alias").asText(), action);
    }
}
