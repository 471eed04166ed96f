package io.skyholm.identity.invitation;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.Visitor;
import io.skyholm.identity.keycloak.KeycloakDoor;
import io.skyholm.identity.keycloak.SignIn;
import io.skyholm.identity.mail.Mailbox;
import io.skyholm.identity.user.Somebody;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People are invited by mail, and become users by accepting. */
@QuarkusTest
@QuarkusTestResource(KeycloakDoor.class)
class InvitationTest {

    private static final Sql SQL = Sql.asSuperuser("identity");

    @SuppressWarnings("NullAway.Init") // The test resource puts itself in.
    private KeycloakDoor door;

    @Test
    void acceptedInvitationIsAUserWithItsRoles() {
        UUID tenant = Fresh.tenant();
        Person owner = Fresh.person(tenant, BuiltInRole.TENANT_ADMIN);
        String address = Fresh.username() + "@example.com";
        Response invited = owner.post(
                "/v1/invitations", Map.of("email", address, "roles", List.of("TENANT_ADMIN"), "expiresInDays", 3));
        invited.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("status", equalTo("PENDING"))
                .body("invitedBy", equalTo(owner.id().toString()));
        String token = new Mailbox(address).token(1);
        assertThat(invited.asString()).doesNotContain(token);
        String username = Fresh.username();
        Response joined = accept(token, username);
        joined.then().statusCode(201).body("tenantId", equalTo(tenant.toString()));
        JsonPath claims = SignIn.claimsOf(username, Somebody.PASSWORD);
        assertThat(claims.getString("sub")).isEqualTo(joined.path("userId"));
        assertThat(claims.getString("email")).isEqualTo(address);
        assertThat(claims.getList("roles")).containsExactly("TENANT_ADMIN");
        owner.get(invited.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("ACCEPTED"))
                .body("userId", equalTo(joined.path("userId")));
        ADMIN.get("/v1/users/" + joined.path("userId"))
                .then()
                .body("emailVerified", equalTo(true))
                .body("createdBy", equalTo(owner.id().toString()));
        accept(token, Fresh.username()).then().statusCode(422).body("errors.field", contains("token"));
        owner.delete(invited.header("Location")).then().statusCode(409).body("code", equalTo("INVITATION_NOT_PENDING"));
        assertThat(SQL.rows(
                        "select type, payload from outbox_event where aggregate_id = ? order by generation",
                        String.valueOf(invited.<String>path("id"))))
                .extracting(row -> row.get("type"))
                .containsExactly("identity.invitation.created.v1", "identity.invitation.accepted.v1");
    }

    @Test
    void sameKeyInvitesOnceAndARevokedInvitationIsWorthNothing() {
        UUID tenant = Fresh.tenant();
        String address = Fresh.username() + "@example.com";
        String key = UUID.randomUUID().toString();
        Response first = inviteWithKey(key, tenant, address);
        assertThat(inviteWithKey(key, tenant, address).asString()).isEqualTo(first.asString());
        assertThat(SQL.number("select count(*) from mail where recipient = ?", address))
                .isEqualTo(1);
        String path = first.header("Location");
        String token = new Mailbox(address).token(1);
        ADMIN.request().header("If-Match", "\"9\"").delete(path).then().statusCode(412);
        ADMIN.delete(path).then().statusCode(200).body("status", equalTo("REVOKED"));
        ADMIN.delete(path).then().statusCode(200);
        accept(token, Fresh.username()).then().statusCode(422).body("errors.field", contains("token"));
    }

    @Test
    void expiredInvitationIsWorthNothingAndShownSo() {
        UUID tenant = Fresh.tenant();
        String address = Fresh.username() + "@example.com";
        String path = invite(tenant, address);
        String token = new Mailbox(address).token(1);
        TestClock.forward(Duration.ofDays(8));
        accept(token, Fresh.username()).then().statusCode(422).body("errors.field", contains("token"));
        ADMIN.get(path).then().body("status", equalTo("EXPIRED"));
        Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        owner.get("/v1/invitations?status=EXPIRED").then().body("items.email", contains(address));
        owner.get("/v1/invitations?status=PENDING").then().body("items", empty());
    }

    @Test
    void tokenStaysUsableIfKeycloakIsAwayOrTheNameIsTaken() {
        String address = Fresh.username() + "@example.com";
        invite(Fresh.tenant(), address);
        String token = new Mailbox(address).token(1);
        String username = Fresh.username();
        door.whileShut(() -> accept(token, username).then().statusCode(503).header("Retry-After", "5"));
        assertThat(SQL.number("select count(*) from app_user where username = ?", username))
                .isZero();
        accept(token, Somebody.fresh().username()).then().statusCode(409).body("code", equalTo("USERNAME_TAKEN"));
        accept(token, username).then().statusCode(201);
    }

    @Test
    void ofTwoAtOnceOneJoins() {
        String address = Fresh.username() + "@example.com";
        invite(Fresh.tenant(), address);
        String token = new Mailbox(address).token(1);
        List<Integer> answers =
                Crowd.of(4, number -> accept(token, Fresh.username()).statusCode());
        assertThat(answers).containsExactlyInAnyOrder(201, 422, 422, 422);
    }

    @Test
    void closedTenantTakesNobodyAndNobodyInvitesToMoreThanTheyHold() {
        UUID tenant = Fresh.tenant();
        String address = Fresh.username() + "@example.com";
        invite(tenant, address);
        String token = new Mailbox(address).token(1);
        ADMIN.patch("/v1/tenants/" + tenant, Map.of("status", "SUSPENDED"))
                .then()
                .statusCode(200);
        accept(token, Fresh.username()).then().statusCode(409).body("code", equalTo("TENANT_CLOSED"));
        ADMIN.post("/v1/invitations", Map.of("tenantId", tenant, "email", address))
                .then()
                .statusCode(422)
                .body("errors.field", contains("tenantId"));
        Person.in(Fresh.tenant(), BuiltInRole.TENANT_ADMIN)
                .post("/v1/invitations", Map.of("email", address, "roles", List.of("OPERATOR")))
                .then()
                .statusCode(403);
    }

    @Test
    void invitedWithoutRolesGetWhatTheTenantGivesEverybody() {
        UUID tenant = Fresh.tenant();
        Person owner = Fresh.person(tenant, BuiltInRole.TENANT_ADMIN);
        invited(owner).then().body("roles", contains("USER"));
        Map<String, Object> role = Map.of("name", "NEWCOMER", "permissions", List.of(), "isDefault", true);
        UUID newcomer = owner.made("/v1/roles", role);
        invited(owner).then().statusCode(201).body("roles", contains("NEWCOMER"));
        ADMIN.patch("/v1/roles/" + newcomer, Map.of("permissions", List.of("SERVER:MANAGE")))
                .then()
                .statusCode(200);
        invited(owner).then().statusCode(403);
    }

    private static Response invited(Person owner) {
        return owner.post("/v1/invitations", Map.of("email", Fresh.username() + "@example.com"));
    }

    private static String invite(UUID tenant, String address) {
        return Fresh.person(tenant, BuiltInRole.TENANT_ADMIN)
                .post("/v1/invitations", Map.of("tenantId", tenant, "email", address))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static Response inviteWithKey(String key, UUID tenant, String address) {
        return ADMIN.request()
                .header("Idempotency-Key", key)
                .body(Map.of("tenantId", tenant, "email", address))
                .post("/v1/invitations");
    }

    private static Response accept(String token, String username) {
        return Visitor.fresh()
                .post(
                        "/v1/invitations/accept",
                        Map.of("token", token, "username", username, "password", Somebody.PASSWORD));
    }
}
