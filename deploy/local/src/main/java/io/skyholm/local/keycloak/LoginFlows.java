package io.skyholm.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * How people log in to a realm that exists. A flow is added and never changed: sessions remember which of its steps they took, and
 * tokens say so. One that is to change gets another name in the file.
 */
final class LoginFlows {
    private static final String FLOWS = "/authentication/flows";
    private static final String EXECUTIONS = "/authentication/executions";
    private static final String ACTIONS = "/authentication/required-actions";

    private final KeycloakAdministration keycloak;
    private final JsonNode file;

    LoginFlows(KeycloakAdministration keycloak, JsonNode file) {
        this.keycloak = keycloak;
        this.file = file;
    }

    void addMissing() {
        List<String> known = keycloak.get(FLOWS).findValuesAsText("alias");
        file.path("authenticationFlows").forEach(flow -> {
            if (flow.path("topLevel").asBoolean()
                    && !known.contains(flow.path("alias").asText())) {
                add(flow);
            }
        });
    }

    private String add(JsonNode flow) {
        ObjectNode empty = flow.deepCopy();
        empty.remove("authenticationExecutions");
        String id = keycloak.make(FLOWS, empty);
        flow.path("authenticationExecutions").forEach(step -> add(id, step));
        return id;
    }

    private void add(String flow, JsonNode step) {
        ObjectNode execution = step.deepCopy();
        execution.remove(List.of("flowAlias", "authenticatorConfig"));
        execution.put("parentFlow", flow);
        if (step.has("flowAlias")) {
            execution.put("flowId", add(named("authenticationFlows", step.path("flowAlias"))));
        }
        String id = keycloak.make(EXECUTIONS, execution);
        if (step.has("authenticatorConfig")) {
            keycloak.send(
                    "POST",
                    EXECUTIONS + "/" + id + "/config",
                    named("authenticatorConfig", step.path("authenticatorConfig")));
        }
    }

    private JsonNode named(String things, JsonNode alias) {
        for (JsonNode thing : file.path(things)) {
            if (thing.path("alias").equals(alias)) {
                return thing;
            }
        }
        throw new IllegalStateException("the realm names no " + alias + " among its " + things);
    }

    /** What people can be asked to do, or do of their own, while they log in: what the file does not name they cannot. */
    void allowActions() {
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
                JsonNodeFactory.instance
                        .objectNode()
                        .put("providerId", action.path("providerId").asText())
                        .put("name", action.path("name").asText()));
    }

    private void set(JsonNode action) {
        keycloak.send("PUT", ACTIONS + "/" + action.path("alias").asText(), action);
    }
}
