package io.skyholm.identity.tenant;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.api.ServiceUnderTest;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tenants are made, shown and found. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceUnderTest.class,
        initArgs = {
            @ResourceArg(name = "service", value = "identity"),
            @ResourceArg(name = "parts", value = "postgres kafka connect keycloak")
        })
class TenantsApiTest {

    @Test
    void createdTenantIsShownAtItsPathAndPublishedWithWhoMadeIt() {
        String name = Fresh.name();
        int vlan = Fresh.vlan();
        Response created =
                ADMIN.post("/v1/tenants", Map.of("name", name, "vlanId", vlan, "quotaConfig", Map.of("instances", 3)));
        created.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("name", equalTo(name))
                .body("vlanId", equalTo(vlan))
                .body("quotaConfig.instances", equalTo(3))
                .body("status", equalTo("ACTIVE"))
                .body("createdBy", equalTo(ADMIN.id().toString()));
        assertThat(created.header("Location")).endsWith("/v1/tenants/" + created.path("id"));

        Response shown = ADMIN.get(created.header("Location"));
        shown.then().statusCode(200).header("ETag", "\"1\"");
        assertThat(shown.jsonPath().getMap("")).isEqualTo(created.jsonPath().getMap(""));
        UUID tenant = UUID.fromString(created.path("id"));
        assertThat(TenantOutbox.of(tenant)).singleElement().satisfies(event -> assertThat(event)
                .containsEntry("type", "identity.tenant.created.v1")
                .containsEntry("generation", 1L)
                .containsEntry("tenant_id", tenant)
                .containsEntry("actor_id", ADMIN.id().toString()));
    }

    @Test
    void nameInWhateverCaseAndVlanAreTaken() {
        String name = Fresh.name();
        int vlan = Fresh.vlan();
        Fresh.tenant(Map.of("name", name, "vlanId", vlan));
        String path = "/v1/tenants/" + Fresh.tenant();
        Map<String, Object> named = Map.of("name", name.toUpperCase(Locale.ROOT));
        for (Response refused : List.of(ADMIN.post("/v1/tenants", named), ADMIN.patch(path, named))) {
            refused.then().statusCode(409).body("code", equalTo("TENANT_NAME_TAKEN"));
        }
        Map<String, Object> tagged = Map.of("name", Fresh.name(), "vlanId", vlan);
        for (Response refused : List.of(ADMIN.post("/v1/tenants", tagged), ADMIN.patch(path, tagged))) {
            refused.then().statusCode(409).body("code", equalTo("VLAN_TAKEN"));
        }
    }

    @Test
    void administratorNamesTheTypesOfWhichReadingIsRecorded() {
        UUID tenant = Fresh.tenant();
        String path = "/v1/tenants/" + tenant;
        Person owner = Fresh.person(tenant, BuiltInRole.TENANT_ADMIN);
        owner.get(path).then().body("recordedReads", empty());
        owner.patch(path, Map.of("recordedReads", List.of("USER", "API_KEY")))
                .then()
                .statusCode(200)
                .body("recordedReads", contains("API_KEY", "USER"));
        owner.patch(path, Map.of("recordedReads", List.of("SECRET"))).then().statusCode(422);
        Fresh.person(tenant, BuiltInRole.USER)
                .patch(path, Map.of("recordedReads", List.of()))
                .then()
                .statusCode(403);
        Eventually.holds("who reads users is recorded", () -> {
            owner.get("/v1/users?limit=1").then().statusCode(200);
            return Sql.asSuperuser("identity").number("""
                            select count(*) from outbox_event where type = 'audit.call.ended.v1' and tenant_id = ?
                                and payload like '%"method":"GET"%' and payload like '%/v1/users%'""", tenant) > 0;
        });
    }

    @Test
    void lookingAtSessionsIsRecordedThoughEverybodyMaySeeTheirOwn() {
        UUID tenant = Fresh.tenant();
        Person owner = Fresh.person(tenant, BuiltInRole.TENANT_ADMIN);
        owner.patch("/v1/tenants/" + tenant, Map.of("recordedReads", List.of("SESSION")))
                .then()
                .statusCode(200);
        Eventually.holds("who looks at sessions is recorded", () -> {
            owner.get("/v1/sessions?limit=1").then().statusCode(200);
            return Sql.asSuperuser("identity").number("""
                            select count(*) from outbox_event where type = 'audit.call.ended.v1' and tenant_id = ?
                                and payload like '%"method":"GET"%' and payload like '%/v1/sessions%'""", tenant) > 0;
        });
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, true", "OPERATOR, true", "TENANT_ADMIN, false", "USER, false"})
    void customersListTheirOwnTenantOnly(BuiltInRole role, boolean seesOthers) {
        String own = Fresh.tenant().toString();
        String foreign = Fresh.tenant().toString();
        List<String> listed = Person.in(UUID.fromString(own), role)
                .get("/v1/tenants?limit=500")
                .jsonPath()
                .getList("items.id");
        assertThat(listed).contains(own);
        assertThat(listed.contains(foreign)).isEqualTo(seesOthers);
        assertThat(seesOthers || listed.size() == 1).isTrue();
    }
}
