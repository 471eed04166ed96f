package io.skyholm.identity.user;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.role.BuiltIns;
import io.skyholm.local.BoundedWait;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A tenant, and the platform, keep somebody who administers them. */
@QuarkusTest
class LastAdministratorTest {

    private static final String ACTIVE_ADMINISTRATORS = """
            select u.id from app_user u join role_assignment a on a.user_id = u.id join role r on r.id = a.role_id
            where r.name = 'ADMIN' and u.status = 'ACTIVE' order by u.username <> 'admin'""";

    private UUID tenant;
    private Person owner;

    @BeforeEach
    void freshTenant() {
        tenant = Fresh.tenant();
        owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    }

    private interface Removal {
        Response of(Person caller, UUID user);
    }

    static List<Removal> removals() {
        return List.of(
                (caller, user) -> caller.delete("/v1/users/" + user),
                (caller, user) -> caller.patch("/v1/users/" + user, Map.of("status", "LOCKED")),
                (caller, user) -> caller.patch("/v1/users/" + user, Map.of("status", "INACTIVE")),
                (caller, user) -> caller.patch("/v1/users/" + user, Map.of("roles", List.of("USER"))),
                (caller, user) -> caller.delete("/v1/role-assignments/"
                        + ADMIN.get("/v1/role-assignments?userId=" + user + "&roleId="
                                        + BuiltIns.id(BuiltInRole.TENANT_ADMIN))
                                .path("items[0].id")));
    }

    @ParameterizedTest
    @MethodSource("removals")
    void lastAdministratorOfATenantStaysUnlessThePlatformWantsIt(Removal removal) {
        UUID last = administrator();
        removal.of(owner, last).then().statusCode(409).body("code", equalTo("LAST_ADMINISTRATOR"));
        ADMIN.get("/v1/users/" + last).then().body("status", equalTo("ACTIVE")).body("generation", equalTo(1));
        removal.of(ADMIN, last).then().statusCode(200);
        UUID one = administrator();
        administrator();
        removal.of(owner, one).then().statusCode(200);
    }

    @Test
    void lockedAdministratorDoesNotCount() {
        UUID one = administrator();
        UUID other = administrator();
        owner.patch("/v1/users/" + other, Map.of("status", "LOCKED")).then().statusCode(200);
        owner.delete("/v1/users/" + one).then().statusCode(409);
        owner.delete("/v1/users/" + other).then().statusCode(200);
    }

    @Test
    void ofTwoWhoGoAtOnceOneStays() {
        for (int round = 0; round < 5; round++) {
            UUID place = Fresh.tenant();
            Person somebody = Person.in(place, BuiltInRole.TENANT_ADMIN);
            List<UUID> both = List.of(administratorOf(place), administratorOf(place));
            assertThat(Crowd.of(2, number -> somebody.delete("/v1/users/" + both.get(number))
                            .statusCode()))
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void lastAdministratorOfThePlatformStaysWhoeverAsks() {
        Sql everything = Sql.asSuperuser("identity");
        assertThat(BoundedWait.waitUntil(
                        () -> !everything.rows(ACTIVE_ADMINISTRATORS).isEmpty(), Duration.ofSeconds(15)))
                .as("the first administrator is made at the start")
                .isTrue();
        List<UUID> administrators = everything.rows(ACTIVE_ADMINISTRATORS).stream()
                .map(row -> UUID.fromString(String.valueOf(row.get("id"))))
                .toList();
        UUID last = administrators.getFirst();
        Function<UUID, Response> locking = user -> ADMIN.patch("/v1/users/" + user, Map.of("status", "LOCKED"));
        administrators.stream()
                .skip(1)
                .forEach(other -> locking.apply(other).then().statusCode(200));
        locking.apply(last).then().statusCode(409).body("code", equalTo("LAST_ADMINISTRATOR"));
        ADMIN.delete("/v1/users/" + last).then().statusCode(409);
        administrators.stream().skip(1).forEach(other -> ADMIN.patch("/v1/users/" + other, Map.of("status", "ACTIVE"))
                .then()
                .statusCode(200));
    }

    private UUID administrator() {
        return administratorOf(tenant);
    }

    private static UUID administratorOf(UUID tenant) {
        return Fresh.user(Fresh.userOf(tenant, "roles", List.of("TENANT_ADMIN")));
    }
}
