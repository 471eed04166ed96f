package io.skyholm.identity.tenant;

import static io.skyholm.runtime.testing.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.ServiceUnderTest;
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
}
