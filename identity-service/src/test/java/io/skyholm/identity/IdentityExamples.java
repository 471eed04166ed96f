package io.skyholm.identity;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;

import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.mail.Mailbox;
import io.skyholm.identity.role.BuiltIns;
import io.skyholm.identity.sshkey.SshKeyMaker;
import io.skyholm.runtime.testing.api.Examples;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How every operation of identity is called rightly, on things of one tenant. */
final class IdentityExamples {

    private IdentityExamples() {}

    /** Things of that tenant, made by somebody who may do everything and keeps the API key and the session. */
    static Examples in(UUID tenant, Person owner) {
        UUID empty = Fresh.tenant();
        UUID deleted = Fresh.tenant();
        ADMIN.delete("/v1/tenants/" + deleted).then().statusCode(200);
        Eventually.rows(1, "select count(*) from data_deletion where id = ? and status = 'DELETED'", deleted);
        UUID user = Fresh.user(tenant);
        String apiKey = owner.post("/v1/api-keys", Map.of("name", "farm"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Response account = owner.post("/v1/service-accounts", serviceAccountOf(tenant));
        String accountId = account.then().statusCode(201).extract().path("id");
        UUID role = Fresh.role(tenant, "viewer", "USER:READ");
        UUID group = Fresh.group(tenant);
        UUID peopled = Fresh.group(tenant);
        Fresh.group(tenant, peopled);
        ADMIN.post("/v1/groups/" + peopled + "/members", Map.of("userId", user))
                .then()
                .statusCode(201);
        Fresh.made(
                "/v1/role-assignments",
                Map.of("userId", user, "roleId", BuiltIns.id(BuiltInRole.USER), "groupId", peopled));
        UUID theme = Fresh.made(
                "/v1/themes", Map.of("tenantId", tenant, "name", Fresh.name(), "colors", Map.of("primary", "#1f5f8b")));
        UUID key = Fresh.made(
                "/v1/ssh-keys", Map.of("name", "Laptop", "publicKey", SshKeyMaker.ed25519(), "userId", user));
        UUID session = newSession(tenant, user);
        String invitation = ADMIN.post("/v1/invitations", invitationTo(tenant)).path("id");
        UUID visited = Fresh.tenant();
        UUID grant = accessGrant(tenant);
        UUID accepted = accessGrant(tenant);
        UUID refused = accessGrant(tenant);
        return new Examples()
                .example("POST /v1/access-grants", accessTo(visited))
                .path("/v1/access-grants/{id}", () -> "/v1/access-grants/" + grant)
                .path("/v1/access-grants/{id}/accept", () -> "/v1/access-grants/" + accepted + "/accept")
                .path("/v1/access-grants/{id}/refuse", () -> "/v1/access-grants/" + refused + "/refuse")
                .example("POST /v1/api-keys", Map.of("name", "farm"))
                .example("PATCH /v1/api-keys/{id}", Map.of("name", "other"))
                .path("/v1/api-keys/{id}", () -> "/v1/api-keys/" + apiKey)
                .example("POST /v1/service-accounts", serviceAccountOf(tenant))
                .example("PATCH /v1/service-accounts/{id}", Map.of("description", "Other"))
                .example("PUT /v1/service-accounts/{id}/secret", Map.of("previousValidMinutes", 60))
                .path("/v1/service-accounts/{id}", () -> "/v1/service-accounts/" + accountId)
                .path("/v1/service-accounts/{id}/secret", () -> "/v1/service-accounts/" + accountId + "/secret")
                .example(
                        "POST /v1/oauth2/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                accountId,
                                "client_secret",
                                account.path("clientSecret")))
                .example("POST /v1/tenants", Map.of("name", Fresh.name()))
                .example("PATCH /v1/tenants/{id}", Map.of("description", "Other"))
                .path("/v1/tenants/{id}", () -> "/v1/tenants/" + empty)
                .path("/v1/tenants/{id}/deletion", () -> "/v1/tenants/" + deleted + "/deletion")
                .example("POST /v1/users", Fresh.userOf(tenant))
                .example("PATCH /v1/users/{id}", Map.of("firstName", "Ada"))
                .path("/v1/users/{id}", () -> "/v1/users/" + user)
                .example("PUT /v1/users/{id}/password", Map.of("password", "correct horse battery", "temporary", false))
                .path("/v1/users/{id}/password", () -> "/v1/users/" + user + "/password")
                .example(
                        "POST /v1/roles",
                        Map.of("tenantId", tenant, "name", "reader", "permissions", List.of("USER:READ")))
                .example("PATCH /v1/roles/{id}", Map.of("permissions", List.of("USER:READ")))
                .path("/v1/roles/{id}", () -> "/v1/roles/" + role)
                .example("POST /v1/role-assignments", Map.of("userId", user, "roleId", role))
                .path("/v1/role-assignments/{id}", () -> "/v1/role-assignments/" + assignmentOf(user))
                .path("/v1/permissions/{id}", () -> "/v1/permissions/" + somePermission())
                .example("POST /v1/groups", Map.of("tenantId", tenant, "name", "Everybody"))
                .example("PATCH /v1/groups/{id}", Map.of("description", "Other"))
                .path("/v1/groups/{id}", () -> "/v1/groups/" + group)
                .example("POST /v1/groups/{id}/members", Map.of("userId", user))
                .path("/v1/groups/{id}/members", () -> "/v1/groups/" + group + "/members")
                .path("/v1/groups/{id}/members/{userId}", () -> "/v1/groups/" + peopled + "/members/" + user)
                .example(
                        "POST /v1/themes",
                        Map.of("tenantId", tenant, "name", Fresh.name(), "colors", Map.of("primary", "#1f5f8b")))
                .example("PATCH /v1/themes/{id}", Map.of("colors", Map.of("primary", "#1f5f8b")))
                .path("/v1/themes/{id}", () -> "/v1/themes/" + theme)
                .example(
                        "POST /v1/ssh-keys",
                        Map.of("name", "Laptop", "publicKey", SshKeyMaker.ed25519(), "userId", user))
                .path("/v1/ssh-keys/{id}", () -> "/v1/ssh-keys/" + key)
                .path("/v1/users/{id}/email-verification", () -> "/v1/users/" + user + "/email-verification")
                .example("POST /v1/email-verifications/confirm", Map.of("token", verificationToken(tenant)))
                .path("/v1/sessions/{id}", () -> "/v1/sessions/" + session)
                .example("POST /v1/password-resets", Map.of("email", Fresh.username() + "@example.com"))
                .example(
                        "POST /v1/password-resets/confirm",
                        Map.of("token", resetToken(tenant), "password", "correct horse battery"))
                .example("POST /v1/registrations", registration())
                .example(
                        "POST /v1/registrations/confirm",
                        Map.of("token", registrationToken(), "password", "correct horse battery"))
                .example("POST /v1/invitations", invitationTo(tenant))
                .path("/v1/invitations/{id}", () -> "/v1/invitations/" + invitation)
                .example(
                        "POST /v1/invitations/accept",
                        Map.of(
                                "token", invitationToken(tenant),
                                "username", Fresh.username(),
                                "password", "correct horse battery"));
    }

    private static Map<String, Object> accessTo(UUID tenant) {
        return Map.of("tenantId", tenant, "reason", "Ticket 4711", "minutes", 60);
    }

    private static UUID accessGrant(UUID tenant) {
        return Person.in(UUID.randomUUID(), BuiltInRole.OPERATOR).made("/v1/access-grants", accessTo(tenant));
    }

    private static Map<String, Object> serviceAccountOf(UUID tenant) {
        return Map.of("tenantId", tenant, "name", Fresh.name(), "roles", List.of("USER"));
    }

    private static String assignmentOf(UUID user) {
        return ADMIN.get("/v1/role-assignments?userId=" + user).path("items[0].id");
    }

    private static String somePermission() {
        return ADMIN.get("/v1/permissions?limit=1").path("items[0].id");
    }

    /** A session that is checked at Keycloak no sooner than this test ends. */
    private static UUID newSession(UUID tenant, UUID user) {
        UUID id = UUID.randomUUID();
        Sql.asSuperuser("identity").change("""
                insert into session (id, generation, tenant_id, user_id, created_at, last_activity_at, expires_at, checked_at)
                values (?, 1, ?, ?, now(), now(), now() + interval '1 hour', now())""", id, tenant, user);
        return id;
    }

    private static Map<String, Object> registration() {
        String username = Fresh.username();
        return Map.of("tenantName", Fresh.name(), "username", username, "email", username + "@example.com");
    }

    private static String registrationToken() {
        Map<String, Object> registration = registration();
        Visitor.fresh().post("/v1/registrations", registration).then().statusCode(202);
        return new Mailbox(String.valueOf(registration.get("email"))).token(1);
    }

    private static String resetToken(UUID tenant) {
        Map<String, Object> user = Fresh.userOf(tenant);
        Fresh.user(user);
        return new Mailbox(String.valueOf(user.get("email"))).token(1);
    }

    private static String verificationToken(UUID tenant) {
        Map<String, Object> user = Fresh.userOf(tenant);
        UUID id = Fresh.user(user);
        ADMIN.request().post("/v1/users/" + id + "/email-verification").then().statusCode(202);
        return new Mailbox(String.valueOf(user.get("email"))).token(2);
    }

    private static Map<String, Object> invitationTo(UUID tenant) {
        return Map.of("tenantId", tenant, "email", Fresh.username() + "@example.com");
    }

    private static String invitationToken(UUID tenant) {
        Map<String, Object> invitation = invitationTo(tenant);
        Fresh.person(tenant, BuiltInRole.TENANT_ADMIN)
                .post("/v1/invitations", invitation)
                .then()
                .statusCode(201);
        return new Mailbox(String.valueOf(invitation.get("email"))).token(1);
    }
}
