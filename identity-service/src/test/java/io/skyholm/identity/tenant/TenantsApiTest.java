package io.skyholm.identity.tenant;

import static io.skyholm.runtime.testing.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.ServiceUnderTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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
    void createdTenantIsShownAtItsPath() {
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
    }

    @Test
    void createdTenantIsPublishedWithWhoMadeIt() {
        UUID tenant = Fresh.tenant();
        assertThat(TenantOutbox.of(tenant)).singleElement().satisfies(event -> assertThat(event)
                .containsEntry("type", "identity.tenant.created.v1")
                .containsEntry("generation", 1L)
                .containsEntry("tenant_id", tenant)
                .containsEntry("actor_id", ADMIN.id().toString()));
    }

    @Test
    void sameKeyAndBodyCreateOnce() {
        Map<String, String> body = Map.of("name", Fresh.name());
        String key = UUID.randomUUID().toString();
        Response first = createWithKey(key, body);
        Response second = createWithKey(key, body);
        second.then().statusCode(201).header("ETag", "\"1\"");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(TenantOutbox.of(UUID.fromString(first.path("id")))).hasSize(1);
    }

    @Test
    void sameKeyWithAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        createWithKey(key, Map.of("name", Fresh.name())).then().statusCode(201);
        createWithKey(key, Map.of("name", Fresh.name()))
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void nameIsTakenInWhateverCase() {
        String name = Fresh.name();
        Fresh.tenant(Map.of("name", name));
        ADMIN.post("/v1/tenants", Map.of("name", name.toUpperCase(Locale.ROOT)))
                .then()
                .statusCode(409)
                .body("code", equalTo("TENANT_NAME_TAKEN"));
    }

    @Test
    void vlanIsTaken() {
        int vlan = Fresh.vlan();
        Fresh.tenant(Map.of("name", Fresh.name(), "vlanId", vlan));
        ADMIN.post("/v1/tenants", Map.of("name", Fresh.name(), "vlanId", vlan))
                .then()
                .statusCode(409)
                .body("code", equalTo("VLAN_TAKEN"));
    }

    @Test
    void dryRunShowsTheTenantAndKeepsNothing() {
        String name = Fresh.name();
        String id = ADMIN.post("/v1/tenants?dry_run=true", Map.of("name", name))
                .then()
                .statusCode(201)
                .body("name", equalTo(name))
                .extract()
                .path("id");
        ADMIN.get("/v1/tenants/" + id).then().statusCode(404);
        assertThat(TenantOutbox.of(UUID.fromString(id))).isEmpty();
    }

    @Test
    void tenantsAreFoundByNameAndStatus() {
        String name = Fresh.name();
        UUID tenant = Fresh.tenant(Map.of("name", name));
        find(name, "ACTIVE").then().body("items.id", contains(tenant.toString()));
        find(name, "SUSPENDED").then().body("items", empty());
    }

    @Test
    void cursorWalksFromTheNewestToTheNext() {
        Fresh.tenant();
        Response first = ADMIN.get("/v1/tenants?limit=2");
        Response second = ADMIN.get("/v1/tenants?limit=2&cursor=" + first.path("nextCursor"));
        List<String> walked = first.jsonPath().getList("items.id");
        walked.addAll(second.jsonPath().getList("items.id"));
        assertThat(walked).doesNotHaveDuplicates().isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(first.jsonPath().getList("items")).hasSize(2);
    }

    private static Response createWithKey(String key, Map<String, String> body) {
        return ADMIN.request().header("Idempotency-Key", key).body(body).post("/v1/tenants");
    }

    private static Response find(String name, String status) {
        return ADMIN.request()
                .queryParam("name", name)
                .queryParam("status", status)
                .get("/v1/tenants");
    }
}
