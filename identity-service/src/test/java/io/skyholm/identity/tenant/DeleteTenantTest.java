package io.skyholm.identity.tenant;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.deletion.Compute;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tenants go when nobody belongs to them and nothing is left of them, and leave room for others. */
@QuarkusTest
class DeleteTenantTest {

    @Test
    void tenantWithUsersStays() {
        UUID tenant = Fresh.tenant();
        UUID user = Fresh.user(tenant);
        ADMIN.delete(path(tenant)).then().statusCode(409).body("code", equalTo("TENANT_HAS_USERS"));
        ADMIN.delete("/v1/users/" + user).then().statusCode(200);
        ADMIN.delete(path(tenant)).then().statusCode(200);
    }

    @Test
    void deletedTenantIsShownAndNeverChanges() {
        UUID tenant = Fresh.tenant();
        ADMIN.delete(path(tenant)).then().statusCode(200).body("status", equalTo("DELETING"));
        isDeleted(tenant);
        ADMIN.get(path(tenant)).then().body("status", equalTo("DELETED")).body("deletedAt", notNullValue());
        ADMIN.patch(path(tenant), Map.of("status", "ACTIVE")).then().statusCode(404);
        ADMIN.delete(path(tenant)).then().statusCode(404);
        assertThat(TenantOutbox.of(tenant).stream()
                        .filter(event -> String.valueOf(event.get("type")).startsWith("identity.tenant.")))
                .last()
                .satisfies(event -> assertThat(event)
                        .containsEntry("type", "identity.tenant.deleted.v1")
                        .containsEntry("generation", 3L));
    }

    @Test
    void tenantThatIsBeingDeletedCannotBeChanged() {
        UUID tenant = Fresh.tenant();
        ADMIN.delete(path(tenant)).then().statusCode(200);
        ADMIN.patch(path(tenant), Map.of("status", "ACTIVE"))
                .then()
                .statusCode(409)
                .body("code", equalTo("TENANT_IS_DELETED"));
        ADMIN.delete(path(tenant)).then().statusCode(200).body("generation", equalTo(2));
    }

    @Test
    void deletedTenantGivesItsNameAndVlanBack() {
        Map<String, Object> body = Map.of("name", Fresh.name(), "vlanId", Fresh.vlan());
        UUID first = Fresh.tenant(body);
        ADMIN.delete(path(first)).then().statusCode(200);
        ADMIN.post("/v1/tenants", body).then().statusCode(409);
        isDeleted(first);
        assertThat(Fresh.tenant(body)).isNotEqualTo(first);
    }

    @Test
    void deletedTenantTakesNoUsers() {
        UUID tenant = Fresh.tenant();
        ADMIN.delete(path(tenant)).then().statusCode(200);
        ADMIN.post("/v1/users", Fresh.userOf(tenant)).then().statusCode(422).body("errors.field", contains("tenantId"));
    }

    private static void isDeleted(UUID tenant) {
        Compute.isDone(tenant);
        Eventually.holds(
                "the tenant is deleted",
                () -> ADMIN.get(path(tenant)).path("status").equals("DELETED"));
    }

    private static String path(UUID tenant) {
        return "/v1/tenants/" + tenant;
    }
}
