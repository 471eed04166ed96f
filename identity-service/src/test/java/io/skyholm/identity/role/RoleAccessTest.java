package io.skyholm.identity.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.Person;
import io.skyholm.runtime.testing.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with roles of their own tenant, and of another. */
@QuarkusTest
class RoleAccessTest {

    @ParameterizedTest
    @CsvSource({"ADMIN, 201, 201", "OPERATOR, 403, 403", "TENANT_ADMIN, 201, 422", "USER, 403, 403"})
    void rolesAreMadeInTenantsThatOneAdministers(BuiltInRole role, int own, int foreign) {
        UUID tenant = Fresh.tenant();
        Person person = Person.in(tenant, role);
        person.post("/v1/roles", roleOf(tenant)).then().statusCode(own);
        person.post("/v1/roles", roleOf(Fresh.tenant())).then().statusCode(foreign);
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, 200, 200", "OPERATOR, 403, 403", "TENANT_ADMIN, 200, 404", "USER, 200, 404"})
    void rolesOfOtherTenantsAreHidden(BuiltInRole role, int own, int foreign) {
        UUID tenant = Fresh.tenant();
        Person person = Person.in(tenant, role);
        person.get("/v1/roles/" + Fresh.role(tenant, "own")).then().statusCode(own);
        person.get("/v1/roles/" + Fresh.role(Fresh.tenant(), "foreign")).then().statusCode(foreign);
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, 200, 200", "OPERATOR, 403, 403", "TENANT_ADMIN, 200, 404", "USER, 403, 403"})
    void rolesAreChangedAndDeletedByTheirAdministrators(BuiltInRole role, int own, int foreign) {
        UUID tenant = Fresh.tenant();
        Person person = Person.in(tenant, role);
        Map.of(Fresh.role(tenant, "own"), own, Fresh.role(Fresh.tenant(), "foreign"), foreign)
                .forEach((id, status) -> {
                    person.patch("/v1/roles/" + id, Map.of("description", "New"))
                            .then()
                            .statusCode(status);
                    person.delete("/v1/roles/" + id).then().statusCode(status);
                });
    }

    @Test
    void rolesAreSeparateForTheServicesOwnRoleWhichCannotTouchTheBuiltInOnes() {
        UUID tenant = Fresh.tenant();
        UUID role = Fresh.role(tenant, "own");
        Fresh.role(Fresh.tenant(), "foreign");
        Sql service = Sql.asService("identity").ofTenant(tenant);
        assertThat(service.rows("select id from role where tenant_id is not null"))
                .containsExactly(Map.of("id", role));
        assertThat(service.number("select count(*) from role where tenant_id is null"))
                .isEqualTo(BuiltInRole.values().length);
        assertThat(service.change("update role set name = 'mine' where tenant_id is null"))
                .isZero();
    }

    private static Map<String, Object> roleOf(UUID tenant) {
        return Map.of("tenantId", tenant, "name", "colourist", "permissions", List.of("USER:READ"));
    }
}
