package io.skyholm.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** What steps are called in tokens, which Keycloak hides from its administrators like a secret. */
    List<String> references() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + site.ports().of("postgres") + "/keycloak";
        List<String> references = new ArrayList<>();
        try (Connection database = DriverManager.getConnection(
                        url, "keycloak", site.secrets().password("keycloak_database"));
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select alias || ': ' || value from authenticator_config join authenticator_config_entry
                            on authenticator_id = id where name = 'default.reference.value'""")) {
            while (rows.next()) {
                references.add(rows.getString(1));
            }
        }
        return references;
    }
}
