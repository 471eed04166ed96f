package io.skyholm.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How people log in to a realm that exists. What is missing of a flow is added, wherever an earlier run was stopped; what is there is
 * never changed: sessions remember which of its steps they took, and tokens say so. A flow that is to change gets another name in the file.
 */
final class LoginFlows {
    private static final String FLOWS = "/authentication/flows";
    private static final String EXECUTIONS = "/authentication/executions";
    private static final String REQUIREMENT = "requirement";

    private final KeycloakAdministration keycloak;
    private final JsonNode file;

    LoginFlows(KeycloakAdministration keycloak, JsonNode file) {
        this.keycloak = keycloak;
        this.file = file;
    }

    void addMissing() {
        file.path("authenticationFlows").forEach(flow -> {
            if (flow.path("topLevel").asBoolean()) {
                complete(idOf(flow), flow);
            }
        });
    }

    private String idOf(JsonNode flow) {
        for (JsonNode known : keycloak.get(FLOWS)) {
            if (known.path("alias").equals(flow.path("alias"))) {
                return known.path("id").asText();
            }
        }
        ObjectNode empty = flow.deepCopy();
        empty.remove("authenticationExecutions");
        return keycloak.make(FLOWS, empty);
    }

    private void complete(String id, JsonNode flow) {
        String alias = flow.path("alias").asText();
        flow.path("authenticationExecutions").forEach(step -> {
            if (step.has("flowAlias")) {
                completeSubflow(alias, step);
            } else {
                completeStep(alias, id, step);
            }
        });
    }

    /** Made together with its place in the flow: one that no flow names could neither be found nor made again. */
    private void completeSubflow(String flow, JsonNode step) {
        JsonNode wanted = named("authenticationFlows", step.path("flowAlias"));
        if (known(flow, step).isMissingNode()) {
            ObjectNode made = keycloak.object();
            made.set("alias", wanted.path("alias"));
            made.set("type", wanted.path("providerId"));
            made.set("description", wanted.path("description"));
            keycloak.make(steps(flow) + "/flow", made);
        }
        ObjectNode known = (ObjectNode) known(flow, step);
        complete(known.path("flowId").asText(), wanted);
        if (!known.path(REQUIREMENT).equals(step.path(REQUIREMENT))) {
            known.set(REQUIREMENT, step.path(REQUIREMENT));
            known.set("priority", step.path("priority"));
            keycloak.send("PUT", steps(flow), known);
        }
    }

    private void completeStep(String flow, String id, JsonNode step) {
        if (known(flow, step).isMissingNode()) {
            ObjectNode execution = step.deepCopy();
            execution.remove("authenticatorConfig");
            keycloak.make(EXECUTIONS, execution.put("parentFlow", id));
        }
        JsonNode known = known(flow, step);
        if (step.has("authenticatorConfig") && !known.has("authenticationConfig")) {
            keycloak.send(
                    "POST",
                    EXECUTIONS + "/" + known.path("id").asText() + "/config",
                    named("authenticatorConfig", step.path("authenticatorConfig")));
        }
    }

    /** The step as the flow has it; no flow has two of one kind. */
    private JsonNode known(String flow, JsonNode step) {
        String kind = step.has("flowAlias") ? "flowAlias" : "authenticator";
        String name = step.has("flowAlias") ? "displayName" : "providerId";
        for (JsonNode known : keycloak.get(steps(flow))) {
            if (known.path("level").asInt() == 0 && known.path(name).equals(step.path(kind))) {
                return known;
            }
        }
        return MissingNode.getInstance();
    }

    private static String steps(String flow) {
        return FLOWS + "/" + flow.replace(" ", "%20") + "/executions";
    }

    private JsonNode named(String things, JsonNode alias) {
        for (JsonNode thing : file.path(things)) {
            if (thing.path("alias").equals(alias)) {
                return thing;
            }
        }
        throw new IllegalStateException("the realm names no " + alias + " among its " + things);
    }
}
