package io.skyholm.identity.user;

import static io.skyholm.identity.user.Somebody.PASSWORD;
import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.keycloak.KeycloakDoor;
import io.skyholm.identity.keycloak.SignIn;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Users are in the real Keycloak what they are here. */
@QuarkusTest
@QuarkusTestResource(KeycloakDoor.class)
class UserReconcilerTest {

    @SuppressWarnings("NullAway.Init") // The test resource puts itself in.
    private KeycloakDoor door;

    @Test
    void createdUserSignsInAndTokenAndUserinfoSayWhoTheyAre() {
        Somebody ada = Somebody.withPassword();
        JsonPath claims = SignIn.claimsOf(ada.username(), PASSWORD);
        assertThat(claims.getString("sub")).isEqualTo(ada.id().toString());
        assertThat(claims.getString("preferred_username")).isEqualTo(ada.username());
        assertThat(claims.getString("tenant_id")).isEqualTo(ada.tenant().toString());
        assertThat(claims.getList("roles")).containsExactly("USER");
        assertThat(claims.getString("aud")).contains("skyholm");
        SignIn.userinfo(ada.username(), PASSWORD)
                .then()
                .statusCode(200)
                .body("sub", equalTo(ada.id().toString()))
                .body("tenant_id", equalTo(ada.tenant().toString()))
                .body("email", equalTo(ada.address()));
    }

    @Test
    void tokenFollowsTheUsersAddressAndRoles() {
        Somebody ada = Somebody.withPassword();
        Map<String, Object> assigned = Map.of("userId", ada.id(), "roleId", Fresh.role(ada.tenant(), "colourist"));
        UUID assignment = Fresh.made("/v1/role-assignments", assigned);
        ada.becomesReady();
        assertThat(SignIn.claimsOf(ada.username(), PASSWORD).getList("roles", String.class))
                .containsExactlyInAnyOrder("USER", "colourist");
        ADMIN.delete("/v1/role-assignments/" + assignment).then().statusCode(200);
        ada.becomesReady();
        assertThat(SignIn.claimsOf(ada.username(), PASSWORD).getList("roles", String.class))
                .containsExactly("USER");
        String address = ada.username() + "@elsewhere.example.com";
        ada.change(Map.of("email", address, "roles", List.of("TENANT_ADMIN", "USER")));
        ada.becomesReady();
        JsonPath claims = SignIn.claimsOf(ada.username(), PASSWORD);
        assertThat(claims.getString("email")).isEqualTo(address);
        assertThat(claims.getList("roles", String.class)).containsExactlyInAnyOrder("TENANT_ADMIN", "USER");
    }

    @Test
    void lockedUserSignsInAgainWhenUnlockedAndADeletedOneNever() {
        Somebody ada = Somebody.withPassword();
        ada.change(Map.of("status", "LOCKED"));
        ada.becomesReady();
        SignIn.as(ada.username(), PASSWORD).then().statusCode(400).body("error", equalTo("invalid_grant"));
        ada.change(Map.of("status", "ACTIVE"));
        ada.becomesReady();
        SignIn.as(ada.username(), PASSWORD).then().statusCode(200);
        ada.delete();
        ada.becomesReady();
        SignIn.as(ada.username(), PASSWORD).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void userWhoIsMadeWhileKeycloakIsAwayIsReadyAndGetsAPasswordWhenItIsBack() {
        List<Somebody> created = new ArrayList<>();
        door.whileShut(() -> {
            created.add(Somebody.fresh());
            assertThat(created.getFirst().state()).isEqualTo("PENDING");
            created.getFirst().setPassword(PASSWORD).then().statusCode(503).header("Retry-After", "5");
        });
        Somebody ada = created.getFirst();
        ada.becomesReady();
        ada.setPassword(PASSWORD).then().statusCode(200);
        SignIn.as(ada.username(), PASSWORD).then().statusCode(200);
    }

    @Test
    void successorOfADeletedUserGetsTheNameEvenIfKeycloakWasAway() {
        Somebody first = Somebody.withPassword();
        List<Somebody> successors = new ArrayList<>();
        door.whileShut(() -> {
            first.delete();
            successors.add(Somebody.named(first.username()));
        });
        Somebody second = successors.getFirst();
        second.becomesReady();
        second.setPassword("another long password").then().statusCode(200);
        assertThat(SignIn.claimsOf(second.username(), "another long password").getString("sub"))
                .isEqualTo(second.id().toString());
    }

    @Test
    void addressesThatTwoUsersSwapWhileKeycloakIsAwayReachBoth() {
        Somebody ada = Somebody.withPassword();
        Somebody grace = Somebody.withPassword();
        door.whileShut(() -> {
            ada.change(Map.of("email", Fresh.username() + "@example.com"));
            grace.change(Map.of("email", ada.address()));
            ada.change(Map.of("email", grace.address()));
        });
        ada.becomesReady();
        grace.becomesReady();
        Eventually.holds(
                "both have their new addresses",
                () -> address(ada).equals(grace.address()) && address(grace).equals(ada.address()));
    }

    private static String address(Somebody somebody) {
        return SignIn.claimsOf(somebody.username(), PASSWORD).getString("email");
    }

    @Test
    void firstAdministratorSignsIn() {
        JsonPath claims = SignIn.claimsOf("admin", SignIn.firstPassword());
        assertThat(claims.getList("roles")).containsExactly("ADMIN");
        assertThat(claims.getString("tenant_id"))
                .isEqualTo(
                        Sql.asSuperuser("identity").value("select tenant_id from app_user where username = 'admin'"));
    }
}
