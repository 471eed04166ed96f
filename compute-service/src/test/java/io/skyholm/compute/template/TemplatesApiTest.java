package io.skyholm.compute.template;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Templates are made, shared, changed and retired. */
@QuarkusTest
class TemplatesApiTest {

    private UUID tenant;
    private Person owner;

    @BeforeEach
    void freshTenant() {
        tenant = UUID.randomUUID();
        owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    }

    @Test
    void createdTemplateIsShownAtItsPathAndPublishedWithItsFirstVersion() {
        Map<String, Object> body = Fresh.template("Web");
        body.putAll(Map.of(
                "useCase",
                "WEB_SERVER",
                "defaultGpuCount",
                1,
                "defaultBandwidthGbps",
                2.5,
                "networkConfig",
                Map.of("ports", List.of(80, 443)),
                "userData",
                "#cloud-config\npackages: [nginx]\n",
                "tags",
                List.of("web")));
        Response created = owner.post("/v1/templates", body);
        created.then()
                .statusCode(201)
                .body("tenantId", equalTo(tenant.toString()))
                .body("ownerId", equalTo(owner.id().toString()))
                .body("templateType", equalTo("INSTANCE"))
                .body("visibility", equalTo("PRIVATE"))
                .body("version", equalTo("v1.0.0"))
                .body("status", equalTo("ACTIVE"));
        Response shown = owner.get(created.header("Location"));
        assertThat(shown.jsonPath().getMap("")).isEqualTo(created.jsonPath().getMap(""));
        UUID id = UUID.fromString(created.path("id"));
        assertThat(Told.types(id)).containsExactly("compute.template.created.v1");
        assertThat(String.valueOf(Told.of(id).getFirst().get("payload"))).doesNotContain("nginx");
        owner.get(path(id) + "/versions").then().body("items.versionNumber", contains("v1.0.0"));
    }

    @Test
    void templateIsChangedAndOnceItIsDeletedGivesItsNameBack() {
        UUID template = template("Web");
        owner.patch(path(template), Map.of("defaultCpuCores", 8, "description", "Larger", "status", "DEPRECATED"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("defaultCpuCores", equalTo(8))
                .body("defaultMemoryGb", equalTo(4))
                .body("status", equalTo("DEPRECATED"));
        owner.patch(path(template), Collections.singletonMap("description", null))
                .then()
                .body("description", nullValue());
        owner.request()
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Other"))
                .patch(path(template))
                .then()
                .statusCode(412);
        owner.patch(path(template), Map.of("status", "DELETED")).then().statusCode(422);
        owner.post("/v1/templates", Fresh.template("WEB"))
                .then()
                .statusCode(409)
                .body("code", equalTo("TEMPLATE_NAME_TAKEN"));
        owner.delete(path(template)).then().statusCode(200).body("deletedAt", notNullValue());
        owner.delete(path(template)).then().statusCode(404);
        template("Web");
        assertThat(Told.types(template)).last().isEqualTo("compute.template.deleted.v1");
    }

    @Test
    void setTemplateSaysWhatItMakes() {
        Map<String, Object> body = Fresh.template("Cluster");
        body.put("templateType", "INSTANCE_SET");
        owner.post("/v1/templates", body).then().statusCode(422).body("errors[0].field", equalTo("members"));
        body.put(
                "members",
                List.of(
                        Map.of(
                                "role",
                                "web",
                                "count",
                                3,
                                "size",
                                Map.of("cpuCores", 2, "memoryGb", 4, "storageGb", 20)),
                        Map.of("role", "db", "count", 1, "templateId", template("Db"))));
        Response created = owner.post("/v1/templates", body);
        created.then().statusCode(201).body("members.role", contains("web", "db"));
        owner.patch(created.header("Location"), Map.of("members", List.of(Map.of("role", "web", "count", 3))))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("members"));
    }

    @Test
    void publicTemplatesAreMadeByThePlatformAndSeenByAll() {
        Map<String, Object> body = Fresh.template(Fresh.name());
        body.put("visibility", "PUBLIC");
        owner.post("/v1/templates", body).then().statusCode(403);
        UUID template = Fresh.made("/v1/templates", body);
        owner.get(path(template)).then().statusCode(200).body("tenantId", nullValue());
        owner.get(path(template) + "/versions").then().body("items.size()", equalTo(1));
        owner.get("/v1/templates?limit=500&visibility=PUBLIC").then().body("items.id", hasItem(template.toString()));
        owner.patch(path(template), Map.of("name", "Ours")).then().statusCode(404);
        owner.delete(path(template)).then().statusCode(404);
        owner.patch(path(template("Own")), Map.of("visibility", "PUBLIC"))
                .then()
                .statusCode(403);
    }

    @Test
    void operatorsTemplatesWithoutATenantAreThePlatforms() {
        UUID template = Fresh.made("/v1/templates", Fresh.template(Fresh.name()));
        ADMIN.get(path(template)).then().body("tenantId", nullValue());
        owner.get(path(template)).then().statusCode(404);
        Map<String, Object> theirs = Fresh.template("Theirs");
        theirs.put("tenantId", tenant);
        ADMIN.post("/v1/templates", theirs).then().statusCode(422).body("errors[0].field", equalTo("tenantId"));
        Fresh.known(tenant);
        UUID given = Fresh.made("/v1/templates", theirs);
        owner.get(path(given)).then().statusCode(200);
    }

    private UUID template(String name) {
        return UUID.fromString(owner.post("/v1/templates", Fresh.template(name))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static String path(UUID template) {
        return "/v1/templates/" + template;
    }
}
