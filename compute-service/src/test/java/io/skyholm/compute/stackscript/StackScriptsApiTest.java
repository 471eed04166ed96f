package io.skyholm.compute.stackscript;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** StackScripts are made, shared and rendered. */
@QuarkusTest
class StackScriptsApiTest {

    private static final Map<String, ?> DATA = Map.of(
            "script",
            "#!/bin/bash\necho $DOMAIN",
            "variables",
            List.of(Map.of("name", "DOMAIN", "label", "Domain", "default", "a.example", "required", true)));

    @Inject
    StackScripts scripts;

    private UUID tenant;
    private Person owner;

    @BeforeEach
    void freshTenant() {
        tenant = UUID.randomUUID();
        owner = Person.in(tenant, BuiltInRole.USER);
    }

    @Test
    void createdScriptIsShownAtItsPathAndPublishedWithoutWhatItSays() {
        Response created = owner.post("/v1/stack-scripts", Map.of("name", "Web", "scriptData", DATA));
        created.then()
                .statusCode(201)
                .body("tenantId", equalTo(tenant.toString()))
                .body("isActive", equalTo(true))
                .body("isPublic", equalTo(false))
                .body("scriptData.variables[0].default", equalTo("a.example"));
        Response shown = owner.get(created.header("Location"));
        assertThat(shown.jsonPath().getMap("")).isEqualTo(created.jsonPath().getMap(""));
        UUID id = UUID.fromString(created.path("id"));
        assertThat(Told.types(id)).containsExactly("compute.stack-script.created.v1");
        assertThat(String.valueOf(Told.of(id).getFirst().get("payload")))
                .contains("DOMAIN")
                .doesNotContain("echo");
        owner.post("/v1/stack-scripts", Map.of("name", "WEB", "scriptData", DATA))
                .then()
                .statusCode(409)
                .body("code", equalTo("STACK_SCRIPT_NAME_TAKEN"));
        owner.get("/v1/stack-scripts?name=web&isActive=true").then().body("items.id", contains(id.toString()));
        owner.post("/v1/stack-scripts", Map.of("name", "Snake", "scriptData", Map.of("script", "#!/usr/bin/python3")))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("scriptData.script"));
    }

    @Test
    void changedScriptIsRenderedAnewAndDeletedOneNoMore() {
        UUID script = script("Web");
        assertThat(render(script, Map.of("DOMAIN", "b.example"))).contains("export DOMAIN='b.example'");
        owner.patch(path(script), Map.of("scriptData", Map.of("script", "echo other")))
                .then()
                .statusCode(200)
                .body("scriptData.variables", equalTo(List.of()));
        assertThat(render(script, Map.of())).endsWith("echo other");
        owner.patch(path(script), Map.of("isActive", false)).then().statusCode(200);
        assertThatThrownBy(() -> render(script, Map.of())).hasMessageContaining("stackScriptId");
        owner.delete(path(script)).then().statusCode(200);
        owner.delete(path(script)).then().statusCode(404);
        assertThat(Told.types(script)).last().isEqualTo("compute.stack-script.deleted.v1");
    }

    @Test
    void publicScriptsAreSeenByAllMadeByThePlatformAndChangedByItAlone() {
        Map<String, Object> body = new HashMap<>(Map.of("name", Fresh.name(), "scriptData", DATA, "isPublic", true));
        owner.post("/v1/stack-scripts", body).then().statusCode(403);
        UUID script = Fresh.made("/v1/stack-scripts", body);
        ADMIN.get(path(script)).then().body("tenantId", nullValue());
        owner.get(path(script)).then().statusCode(200);
        owner.get("/v1/stack-scripts?limit=500").then().body("items.id", hasItem(script.toString()));
        assertThat(render(script, Map.of())).contains("export DOMAIN='a.example'");
        owner.patch(path(script), Map.of("name", "Ours")).then().statusCode(404);
        owner.delete(path(script)).then().statusCode(404);
    }

    @Test
    void otherTenantsScriptsAreNobodysBusiness() {
        UUID script = script("Web");
        Person stranger = Person.in(UUID.randomUUID(), BuiltInRole.TENANT_ADMIN);
        stranger.get(path(script)).then().statusCode(404);
        stranger.get("/v1/stack-scripts?limit=500").then().body("items.id", not(hasItem(script.toString())));
        stranger.post("/v1/stack-scripts", Map.of("tenantId", tenant, "name", "Web", "scriptData", DATA))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("tenantId"));
        assertThat(Sql.asService("compute")
                        .ofTenant(UUID.randomUUID())
                        .rows("select id from stack_script where not is_public"))
                .isEmpty();
    }

    @Test
    void operatorsScriptIsForATenantThatExists() {
        Map<String, Object> body = Map.of("tenantId", tenant, "name", "Theirs", "scriptData", DATA);
        ADMIN.post("/v1/stack-scripts", body).then().statusCode(422).body("errors[0].field", equalTo("tenantId"));
        Fresh.known(tenant);
        UUID script = Fresh.made("/v1/stack-scripts", body);
        owner.get(path(script)).then().statusCode(200);
        Sql.asSuperuser("compute").change("update known_tenant set status = 'DELETED' where id = ?", tenant);
        ADMIN.post("/v1/stack-scripts", Map.of("tenantId", tenant, "name", "Late", "scriptData", DATA))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("tenantId"));
    }

    private String render(UUID script, Map<String, String> data) {
        return Chains.outcomeOf(() -> scripts.render(TenantScope.of(tenant), script, data))
                .text();
    }

    private UUID script(String name) {
        return UUID.fromString(owner.post("/v1/stack-scripts", Map.of("name", name, "scriptData", DATA))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static String path(UUID script) {
        return "/v1/stack-scripts/" + script;
    }
}
