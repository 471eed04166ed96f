package io.skyholm.identity.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.Person;
import io.skyholm.runtime.testing.Sql;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with groups of their own tenant, and of another. */
@QuarkusTest
class GroupAccessTest {

    private UUID tenant;
    private UUID foreign;

    @BeforeEach
    void freshTenant() {
        tenant = Fresh.tenant();
        foreign = Fresh.tenant();
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, 201, 201", "OPERATOR, 403, 403", "TENANT_ADMIN, 201, 422", "USER, 403, 403"})
    void groupsAreMadeInTenantsThatOneAdministers(BuiltInRole role, int own, int other) {
        Person person = Person.in(tenant, role);
        person.post("/v1/groups", Map.of("tenantId", tenant, "name", "Film"))
                .then()
                .statusCode(own);
        person.post("/v1/groups", Map.of("tenantId", foreign, "name", "Film"))
                .then()
                .statusCode(other);
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, 200, 200", "OPERATOR, 403, 403", "TENANT_ADMIN, 200, 404", "USER, 200, 404"})
    void groupsOfOtherTenantsAreHidden(BuiltInRole role, int own, int other) {
        Person person = Person.in(tenant, role);
        Map.of(Fresh.group(tenant), own, Fresh.group(foreign), other).forEach((group, status) -> {
            person.get("/v1/groups/" + group).then().statusCode(status);
            person.get("/v1/groups/" + group + "/members").then().statusCode(status);
        });
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, 200, 200", "OPERATOR, 403, 403", "TENANT_ADMIN, 200, 404", "USER, 403, 403"})
    void groupsAreChangedAndDeletedByTheirAdministrators(BuiltInRole role, int own, int other) {
        Person person = Person.in(tenant, role);
        Map.of(tenant, own, foreign, other).forEach((place, status) -> {
            String path = "/v1/groups/" + Fresh.group(place);
            UUID user = Fresh.user(place);
            person.post(path + "/members", Map.of("userId", user)).then().statusCode(status == 200 ? 201 : status);
            person.delete(path + "/members/" + user).then().statusCode(status);
            person.patch(path, Map.of("description", "New")).then().statusCode(status);
            person.delete(path).then().statusCode(status);
        });
    }

    @Test
    void foreignTenantInAFilterFindsNothing() {
        Fresh.group(foreign);
        String own = Fresh.group(tenant).toString();
        Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        owner.get("/v1/groups?tenantId=" + foreign).then().statusCode(200).body("items", empty());
        owner.get("/v1/groups").then().body("items.id", contains(own));
    }

    @Test
    void groupsAndMembersAreSeparateForTheServicesOwnRole() {
        UUID group = Fresh.group(tenant);
        UUID user = Fresh.user(tenant);
        for (UUID place : new UUID[] {group, Fresh.group(foreign)}) {
            UUID member = place.equals(group) ? user : Fresh.user(foreign);
            Person.ADMIN
                    .post("/v1/groups/" + place + "/members", Map.of("userId", member))
                    .then()
                    .statusCode(201);
        }
        Sql service = Sql.asService("identity").ofTenant(tenant);
        assertThat(service.rows("select id from user_group")).containsExactly(Map.of("id", group));
        assertThat(service.rows("select user_id from user_group_member")).containsExactly(Map.of("user_id", user));
    }
}
