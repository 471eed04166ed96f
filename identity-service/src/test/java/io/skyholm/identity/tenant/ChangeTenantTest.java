package io.skyholm.identity.tenant;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tenants are changed field by field, by those who may. */
@QuarkusTest
class ChangeTenantTest {

    @Test
    void changeIsPublishedAsItIsAfterwardsAndADryRunIsNone() {
        UUID tenant = Fresh.tenant();
        ADMIN.patch(path(tenant) + "?dry_run=true", Map.of("description", "Tried"))
                .then()
                .statusCode(200)
                .body("description", equalTo("Tried"));
        ADMIN.get(path(tenant)).then().header("ETag", "\"1\"").body("description", nullValue());
        assertThat(TenantOutbox.of(tenant)).hasSize(1);
        change(tenant, Map.of("status", "SUSPENDED")).statusCode(200).body("status", equalTo("SUSPENDED"));
        assertThat(TenantOutbox.of(tenant)).last().satisfies(event -> {
            assertThat(event)
                    .containsEntry("type", "identity.tenant.changed.v1")
                    .containsEntry("generation", 2L);
            assertThat(event.get("payload")).asString().contains("\"SUSPENDED\"");
        });
    }

    @Test
    void administratorIsAnActiveUserOfTheTenant() {
        UUID tenant = Fresh.tenant();
        UUID user = Fresh.user(tenant);
        Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        owner.patch(path(tenant), Map.of("adminUserId", user))
                .then()
                .statusCode(200)
                .body("adminUserId", equalTo(user.toString()))
                .body("updatedBy", equalTo(owner.id().toString()));
        UUID locked = Fresh.user(tenant);
        ADMIN.patch("/v1/users/" + locked, Map.of("status", "LOCKED")).then().statusCode(200);
        for (UUID other : List.of(locked, Fresh.user(Fresh.tenant()), UUID.randomUUID())) {
            change(tenant, Map.of("adminUserId", other)).statusCode(422).body("errors.field", contains("adminUserId"));
        }
        change(tenant, Collections.singletonMap("adminUserId", null))
                .statusCode(200)
                .body("adminUserId", nullValue());
    }

    private static ValidatableResponse change(UUID tenant, Map<String, ?> change) {
        return ADMIN.patch(path(tenant), change).then();
    }

    private static String path(UUID tenant) {
        return "/v1/tenants/" + tenant;
    }
}
