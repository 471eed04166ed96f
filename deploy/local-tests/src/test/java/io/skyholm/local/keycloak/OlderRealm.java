package io.skyholm.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skyholm.local.Resource;
import java.io.IOException;
import java.util.List;

/** The realm as a version had it that was less strict, told no second factor in tokens and had no passkeys. */
final class OlderRealm {
    private OlderRealm() {}

    static String text() throws IOException {
        ObjectNode realm = (ObjectNode) new ObjectMapper()
                .readTree(Resource.text("keycloak/skyholm-realm.json")
                        .replace("\"sslRequired\": \"external\"", "\"sslRequired\": \"none\"")
                        .replaceFirst("\"directAccessGrantsEnabled\": false", "\"directAccessGrantsEnabled\": true")
                        .replace("\"manage-users\"", "\"manage-users\", \"manage-clients\"")
                        .replace(
                                "\"organization\"\n      ]\n    },",
                                "\"organization\",\n        \"offline_access\"\n      ]\n    },"));
        realm.remove(List.of(
                "webAuthnPolicyPasswordlessPasskeysEnabled",
                "browserFlow",
                "directGrantFlow",
                "authenticationFlows",
                "authenticatorConfig",
                "requiredActions"));
        for (JsonNode scope : realm.path("clientScopes")) {
            ((ArrayNode) scope.path("protocolMappers"))
                    .removeIf(mapper -> mapper.path("name").asText().equals("amr"));
        }
        return realm.toPrettyString();
    }
}
