package io.skyholm.identity.invitation;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.Visitor;
import io.skyholm.identity.keycloak.KeycloakDoor;
import io.skyholm.identity.mail.Mailbox;
import io.skyholm.identity.user.Somebody;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an invitation is worth depends on who sent it, to the last. */
@QuarkusTest
@QuarkusTestResource(KeycloakDoor.class)
class InviterRightsTest {

    static Stream<Map<String, Object>> whatTheInviterBecomes() {
        return Stream.of(Map.of("status", "LOCKED"), Map.of("status", "INACTIVE"), Map.of("roles", List.of("USER")));
    }

    @ParameterizedTest
    @MethodSource("whatTheInviterBecomes")
    void invitationIsWorthWhatItsInviterMayGrantWhenItIsAccepted(Map<String, Object> change) {
        UUID tenant = Fresh.tenant();
        Person inviter = Fresh.person(tenant, BuiltInRole.TENANT_ADMIN);
        String token = invitedBy(inviter, "TENANT_ADMIN");
        String path = "/v1/users/" + inviter.id();
        ADMIN.patch(path, change).then().statusCode(200);
        accept(token, Fresh.username()).then().statusCode(409).body("code", equalTo("INVITATION_NOT_GRANTED"));
        ADMIN.patch(path, Map.of("status", "ACTIVE", "roles", List.of("TENANT_ADMIN")))
                .then()
                .statusCode(200);
        accept(token, Fresh.username()).then().statusCode(201);
    }

    @Test
    void invitationOfWhoIsDeletedIsWorthNothingNorOneToARoleThatHasGrownBeyondTheInviter() {
        UUID tenant = Fresh.tenant();
        Person inviter = Fresh.person(tenant, BuiltInRole.TENANT_ADMIN);
        UUID role = Fresh.role(tenant, "helper", "USER:READ");
        String grown = invitedBy(inviter, "helper");
        ADMIN.patch("/v1/roles/" + role, Map.of("permissions", List.of("TENANT:DELETE")))
                .then()
                .statusCode(200);
        accept(grown, Fresh.username()).then().statusCode(409).body("code", equalTo("INVITATION_NOT_GRANTED"));
        String orphaned = invitedBy(inviter, "USER");
        ADMIN.delete("/v1/users/" + inviter.id()).then().statusCode(200);
        accept(orphaned, Fresh.username()).then().statusCode(409).body("code", equalTo("INVITATION_NOT_GRANTED"));
    }

    private static String invitedBy(Person inviter, String role) {
        String address = Fresh.username() + "@example.com";
        inviter.post("/v1/invitations", Map.of("email", address, "roles", List.of(role)))
                .then()
                .statusCode(201);
        return new Mailbox(address).token(1);
    }

    private static Response accept(String token, String username) {
        return Visitor.fresh()
                .post(
                        "/v1/invitations/accept",
                        Map.of("token", token, "username", username, "password", Somebody.PASSWORD));
    }
}
