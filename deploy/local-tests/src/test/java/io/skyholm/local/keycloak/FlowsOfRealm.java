package io.skyholm.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skyholm.local.home.Site;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** How people log in to the realm of a real Keycloak. */
record FlowsOfRealm(Site site, KeycloakAdministration keycloak) {

    /** What a login by Keycloak's pages asks for. */
    static final List<String> LOGIN = List.of(
            "auth-cookie ALTERNATIVE",
            "skyholm login forms ALTERNATIVE",
            "auth-username-password-form REQUIRED",
            "skyholm login passkey CONDITIONAL",
            "conditional-credential REQUIRED {\"credentials\":\"webauthn-passwordless\",\"included\":\"true\"}",
            "allow-access-authenticator REQUIRED skyholm proof by passkey",
            "skyholm login second factor CONDITIONAL",
            "conditional-user-configured REQUIRED",
            "conditional-credential REQUIRED {\"credentials\":\"webauthn-passwordless\",\"included\":\"false\"}",
            "auth-otp-form ALTERNATIVE skyholm proof by code",
            "webauthn-authenticator-passwordless ALTERNATIVE skyholm proof by passkey after a password");

    /** What a login by one request asks for. */
    static final List<String> PASSWORD_GRANT = List.of(
            "direct-grant-validate-username REQUIRED",
            "direct-grant-validate-password REQUIRED",
            "skyholm password grant second factor CONDITIONAL",
            "conditional-user-configured REQUIRED",
            "direct-grant-validate-otp REQUIRED skyholm proof by code in a request",
            "skyholm password grant without passkey CONDITIONAL",
            "conditional-user-configured REQUIRED",
            "conditional-credential REQUIRED {\"credentials\":\"otp\",\"included\":\"false\"}",
            "skyholm password grant refusal REQUIRED",
            "deny-access-authenticator REQUIRED",
            "webauthn-authenticator-passwordless REQUIRED");

    /** What a login by that flow asks for, in this order, and how each step is set up. */
    List<String> steps(String flow) {
        List<String> steps = new ArrayList<>();
        String path = "/authentication/flows/" + flow.replace(" ", "%20") + "/executions";
        keycloak.get(path).forEach(step -> {
            String name = step.path(step.has("providerId") ? "providerId" : "displayName")
                    .asText();
            steps.add((name + " " + step.path("requirement").asText() + " " + settings(step)).strip());
        });
        return steps;
    }

    private String settings(JsonNode step) {
        if (!step.has("authenticationConfig")) {
            return "";
        }
        JsonNode config = keycloak.get(
                "/authentication/config/" + step.path("authenticationConfig").asText());
        return config.path("config").has("included")
                ? config.path("config").toString()
                : config.path("alias").asText();
    }

    /** Takes the flows away, as if the realm had never had them. */
    void forget() {
        ObjectNode realm = (ObjectNode) keycloak.get("");
        keycloak.send("PUT", "", realm.put("browserFlow", "browser").put("directGrantFlow", "direct grant"));
        keycloak.get("/authentication/flows").forEach(flow -> {
            if (flow.path("alias").asText().startsWith("skyholm ")) {
                keycloak.send(
                        "DELETE", "/authentication/flows/" + flow.path("id").asText(), null);
            }
        });
    }

    /** What steps are called in tokens, which Keycloak hides from its administrators like a secret. */
    List<String> references() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + site.ports().of("postgres") + "/keycloak";
        List<String> references = new ArrayList<>();
        try (Connection database = DriverManager.getConnection(
                        url, "keycloak", site.secrets().password("keycloak_database"));
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select distinct alias || ': ' || value from authenticator_config join authenticator_config_entry
                            on authenticator_id = id where name = 'default.reference.value'""")) {
            while (rows.next()) {
                references.add(rows.getString(1));
            }
        }
        return references;
    }
}
