package io.skyholm.identity.quota;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.sshkey.SshKeyMaker;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A tenant makes as many rows of each kind as its quota allows. */
@QuarkusTest
class CountedRowsTest {

    private UUID tenant = UUID.randomUUID();
    private Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);

    @BeforeEach
    void begin() {
        tenant = Fresh.tenant();
        owner = Fresh.person(tenant, BuiltInRole.TENANT_ADMIN);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "USERS",
                "USER_GROUPS",
                "ROLES",
                "THEMES",
                "INVITATIONS",
                "API_KEYS",
                "SERVICE_ACCOUNTS",
                "SSH_KEYS"
            })
    void tenantThatHasReachedItsQuotaMakesNoMoreUntilItIsRaised(CountedKind kind) {
        make(kind).then().statusCode(201);
        limit(kind, kind == CountedKind.USERS ? 2 : 1);
        make(kind)
                .then()
                .statusCode(507)
                .body("code", equalTo("QUOTA_EXCEEDED"))
                .body("detail", containsString(kind.label()));
        limit(kind, 3);
        make(kind).then().statusCode(201);
    }

    @Test
    void whatIsDeletedCountsNoMore() {
        limit(CountedKind.ROLES, 1);
        String role = make(CountedKind.ROLES).then().statusCode(201).extract().header("Location");
        make(CountedKind.ROLES).then().statusCode(507);
        owner.delete(role).then().statusCode(200);
        make(CountedKind.ROLES).then().statusCode(201);
    }

    @Test
    void ofSeveralAtOnceAsManyPassAsTheQuotaHasRoomFor() {
        limit(CountedKind.USER_GROUPS, 2);
        List<Integer> answers =
                Crowd.of(6, number -> make(CountedKind.USER_GROUPS).statusCode());
        assertThat(answers).containsExactlyInAnyOrder(201, 201, 507, 507, 507, 507);
    }

    @Test
    void countsAreLimitedForTenantsOnlyAndByNamesThatThereAre() {
        Map<String, Object> users = Map.of("counts", Map.of("users", 1));
        ADMIN.post("/v1/groups", Map.of("tenantId", tenant, "name", "A", "quotaConfig", users))
                .then()
                .statusCode(422);
        ADMIN.patch("/v1/users/" + owner.id(), Map.of("quotaConfig", users))
                .then()
                .statusCode(422);
        ADMIN.patch("/v1/tenants/" + tenant, Map.of("quotaConfig", Map.of("counts", Map.of("crowns", 1))))
                .then()
                .statusCode(422);
        ADMIN.patch("/v1/tenants/" + tenant, Map.of("quotaConfig", Map.of("counts", Map.of("users", -1))))
                .then()
                .statusCode(422);
    }

    private void limit(CountedKind kind, long most) {
        ADMIN.patch("/v1/tenants/" + tenant, Map.of("quotaConfig", Map.of("counts", Map.of(kind.label(), most))))
                .then()
                .statusCode(200);
    }

    private Response make(CountedKind kind) {
        return switch (kind) {
            case USERS -> owner.post("/v1/users", Fresh.userOf(tenant));
            case USER_GROUPS -> owner.post("/v1/groups", Map.of("name", Fresh.name()));
            case ROLES -> owner.post("/v1/roles", Map.of("name", Fresh.name(), "permissions", List.of("USER:READ")));
            case THEMES ->
                owner.post("/v1/themes", Map.of("name", Fresh.name(), "colors", Map.of("primary", "#1f5f8b")));
            case INVITATIONS -> owner.post("/v1/invitations", Map.of("email", Fresh.username() + "@example.com"));
            case API_KEYS -> owner.post("/v1/api-keys", Map.of("name", Fresh.name()));
            case SERVICE_ACCOUNTS ->
                owner.post("/v1/service-accounts", Map.of("name", Fresh.name(), "roles", List.of("USER")));
            case SSH_KEYS ->
                owner.post("/v1/ssh-keys", Map.of("name", Fresh.name(), "publicKey", SshKeyMaker.ed25519()));
            default -> throw new IllegalArgumentException(kind + " is made in another service");
        };
    }
}
