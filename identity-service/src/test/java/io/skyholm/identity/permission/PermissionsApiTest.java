package io.skyholm.identity.permission;

import static io.skyholm.runtime.testing.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.Permission;
import org.junit.jupiter.api.Test;

/** The catalogue of permissions is what the program knows. */
@QuarkusTest
class PermissionsApiTest {

    @Test
    void catalogueHoldsEveryPermission() {
        assertThat(ADMIN.get("/v1/permissions?limit=500").jsonPath().getList("items.permissionName"))
                .as("a type of resource that is added needs a migration that adds it here")
                .containsExactlyInAnyOrderElementsOf(
                        Permission.all().stream().map(Permission::name).toList());
    }
}
