package io.skyholm.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings the realm of an older data directory to what the realm file says, since Keycloak imports a realm only once: its settings,
 * how people log in, its clients with their scopes, and the roles of their service accounts. Users and what they have stay as they are.
 */
public final class RealmUpdate {
    private static final Set<String> NOT_SETTINGS = Set.of(
            "clients",
            "clientScopes",
            "users",
            "components",
            "attributes",
            "authenticationFlows",
            "authenticatorConfig",
            "requiredActions");
    private static final String REALM_MANAGEMENT = "realm-management";

    private final KeycloakAdministration keycloak;
    private final JsonNode file;

    /** To that file, by this administration. */
    public RealmUpdate(KeycloakAdministration keycloak, JsonNode file) {
        this.keycloak = keycloak;
        this.file = file;
    }

    /** Changes what differs. A login goes by its new flow once that is whole, so a run that is stopped is made up for by the next. */
    public void run() {
        new LoginFlows(keycloak, file).addMissing();
        settings();
        new LoginActions(keycloak, file).allow();
        file.path("clientScopes").forEach(this::claims);
        file.path("clients").forEach(this::client);
        file.path("users").forEach(this::roles);
    }

    /** Attributes that the file does not name are Keycloak's own, and a realm that is sent without them loses them. */
    private void settings() {
        ObjectNode realm = (ObjectNode) keycloak.get("");
        file.properties().stream()
                .filter(setting -> !NOT_SETTINGS.contains(setting.getKey()))
                .forEach(setting -> realm.set(setting.getKey(), setting.getValue()));
        file.path("attributes").properties().forEach(attribute -> realm.withObject("attributes")
                .set(attribute.getKey(), attribute.getValue()));
        keycloak.send("PUT", "", realm);
    }

    /** What a scope has tokens say. */
    private void claims(JsonNode wanted) {
        JsonNode scope =
                named(keycloak.get("/client-scopes")).get(wanted.path("name").asText());
        if (scope == null) {
            keycloak.send("POST", "/client-scopes", wanted);
            return;
        }
        Set<String> had = named(scope.path("protocolMappers")).keySet();
        wanted.path("protocolMappers").forEach(mapper -> {
            if (!had.contains(mapper.path("name").asText())) {
                keycloak.send(
                        "POST", "/client-scopes/" + scope.path("id").asText() + "/protocol-mappers/models", mapper);
            }
        });
    }

    private void client(JsonNode wanted) {
        JsonNode known = keycloak.get(
                        "/clients?clientId=" + wanted.path("clientId").asText())
                .path(0);
        if (known.isMissingNode()) {
            keycloak.send("POST", "/clients", wanted);
            return;
        }
        String path = "/clients/" + known.path("id").asText();
        keycloak.send("PUT", path, wanted);
        for (String kind : List.of("default", "optional")) {
            scopes(path + "/" + kind + "-client-scopes", wanted.path(kind + "ClientScopes"));
        }
    }

    private void scopes(String path, JsonNode names) {
        Map<String, JsonNode> had = named(keycloak.get(path));
        Map<String, JsonNode> all = named(keycloak.get("/client-scopes"));
        Set<String> wanted = texts(names);
        had.forEach((name, scope) -> {
            if (!wanted.contains(name)) {
                keycloak.send("DELETE", path + "/" + scope.path("id").asText(), null);
            }
        });
        all.forEach((name, scope) -> {
            if (wanted.contains(name) && !had.containsKey(name)) {
                keycloak.send("PUT", path + "/" + scope.path("id").asText(), null);
            }
        });
    }

    /** Of the accounts of services: people are not in the file. */
    private void roles(JsonNode account) {
        JsonNode wanted = account.path("clientRoles").path(REALM_MANAGEMENT);
        String management = idOfClient(REALM_MANAGEMENT);
        String client = idOfClient(account.path("serviceAccountClientId").asText());
        String user = keycloak.get("/clients/" + client + "/service-account-user")
                .path("id")
                .asText();
        String path = "/users/" + user + "/role-mappings/clients/" + management;
        Map<String, JsonNode> tooMany = named(keycloak.get(path));
        Map<String, JsonNode> missing = named(keycloak.get("/clients/" + management + "/roles"));
        missing.keySet().retainAll(texts(wanted));
        missing.keySet().removeAll(tooMany.keySet());
        tooMany.keySet().removeAll(texts(wanted));
        keycloak.send("DELETE", path, keycloak.array(tooMany.values()));
        keycloak.send("POST", path, keycloak.array(missing.values()));
    }

    private String idOfClient(String name) {
        return keycloak.get("/clients?clientId=" + name).path(0).path("id").asText();
    }

    private static Map<String, JsonNode> named(JsonNode things) {
        Map<String, JsonNode> named = new TreeMap<>();
        things.forEach(thing -> named.put(thing.path("name").asText(), thing));
        return named;
    }

    private static Set<String> texts(JsonNode names) {
        Set<String> texts = new TreeSet<>();
        names.forEach(name -> texts.add(name.asText()));
        return texts;
    }
}
