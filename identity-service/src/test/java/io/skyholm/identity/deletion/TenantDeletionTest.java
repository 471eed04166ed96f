package io.skyholm.identity.deletion;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.sshkey.SshKeyMaker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant goes with all that is its, and is DELETED when every service has said that it has nothing more. */
@QuarkusTest
class TenantDeletionTest {

    private static final Sql SQL = Sql.asSuperuser("identity");

    private UUID tenant = UUID.randomUUID();

    @BeforeEach
    void aTenant() {
        tenant = Fresh.tenant();
    }

    @Test
    void tenantIsDeletingUntilEveryServiceHasNothingMore() {
        delete(tenant, "").then().statusCode(200).body("status", equalTo("DELETING"));
        Compute.holds(tenant, 2, "an operator");
        Eventually.holds("identity is done", () -> status("identity").equals("DELETED"));
        Eventually.holds("compute has said something", () -> shown().path("services[1].holdings.size()")
                .equals(1));
        shown().then()
                .statusCode(200)
                .body("status", equalTo("DELETING"))
                .body("services.service", contains("identity", "compute"))
                .body("services[1].status", equalTo("DELETING"))
                .body("services[1].holdings[0].left", equalTo(2))
                .body("services[1].holdings[0].waitsFor", equalTo("an operator"));
        Compute.isDone(tenant);
        isDeleted();
        shown().then().body("services.status", everyItem(equalTo("DELETED")));
        assertThat(Told.types(tenant))
                .containsSubsequence("identity.data-deletion.completed.v1")
                .endsWith("identity.data-deletion.completed.v1", "identity.tenant.deleted.v1");
    }

    @Test
    void allThatIsTheTenantsGoesWithIt() {
        Person owner = Fresh.person(tenant, BuiltInRole.TENANT_ADMIN);
        UUID user = Fresh.user(tenant);
        UUID role = Fresh.role(tenant, "colourist");
        UUID group = Fresh.group(tenant);
        ADMIN.post("/v1/groups/" + group + "/members", Map.of("userId", user))
                .then()
                .statusCode(201);
        UUID theme = Fresh.made(
                "/v1/themes", Map.of("tenantId", tenant, "name", Fresh.name(), "colors", Map.of("primary", "#1f5f8b")));
        ADMIN.post("/v1/invitations", Map.of("tenantId", tenant, "email", Fresh.username() + "@example.com"))
                .then()
                .statusCode(201);
        String key = owner.post("/v1/api-keys", Map.of("name", "farm")).path("id");
        delete(tenant, "?cascade=true").then().statusCode(200);
        Compute.isDone(tenant);
        isDeleted();
        assertThat(Told.types(user)).contains("identity.user.deleted.v1", "identity.data-deletion.completed.v1");
        assertThat(Told.types(UUID.fromString(key))).endsWith("identity.api-key.revoked.v1");
        assertThat(Told.types(role)).endsWith("identity.role.deleted.v1");
        assertThat(Told.types(group)).endsWith("identity.group.deleted.v1");
        assertThat(Told.types(theme)).endsWith("identity.theme.deleted.v1");
        assertThat(SQL.number("select count(*) from invitation where tenant_id = ?", tenant))
                .isZero();
        assertThat(SQL.number(
                        "select count(*) from app_user where tenant_id = ? and (status <> 'DELETED' or directory_state <> 'READY')",
                        tenant))
                .isZero();
        shown().then()
                .body(
                        "services[0].holdings.name",
                        hasItems("invitations", "registrations", "users", "roles", "groups", "themes", "mails"))
                .body("services[0].holdings.left", everyItem(equalTo(0)))
                .body("services[0].holdings.find { it.name == 'users' }.deleted", equalTo(2));
    }

    @Test
    void deletedUserLeavesNoNameNoKeyAndNoSecret() {
        Map<String, Object> body = Fresh.userOf(tenant, "firstName", "Ada");
        UUID user = Fresh.user(body);
        UUID key = Fresh.made(
                "/v1/ssh-keys", Map.of("name", "Laptop", "publicKey", SshKeyMaker.ed25519(), "userId", user));
        ADMIN.post("/v1/users/" + user + "/email-verification", Map.of());
        ADMIN.delete("/v1/users/" + user).then().statusCode(200).body("username", equalTo(body.get("username")));
        Eventually.rows(
                1, "select count(*) from data_deletion where id = ? and owner = 'USER' and status = 'DELETED'", user);
        ADMIN.get("/v1/users/" + user)
                .then()
                .body("username", equalTo("deleted-" + user))
                .body("email", equalTo("deleted-" + user + "@deleted.invalid"))
                .body("firstName", equalTo(null))
                .body("roles", equalTo(List.of()));
        assertThat(Told.of(user).stream()
                        .filter(event -> String.valueOf(event.get("type")).equals("identity.user.deleted.v1")))
                .last()
                .satisfies(event -> assertThat(String.valueOf(event.get("payload")))
                        .doesNotContain("Ada")
                        .doesNotContain(String.valueOf(body.get("username"))));
        assertThat(Told.types(key)).endsWith("identity.ssh-key.deleted.v1");
        for (String table : new String[] {"email_verification", "session", "login", "role_assignment"}) {
            assertThat(SQL.number("select count(*) from " + table + " where user_id = ?", user))
                    .as(table)
                    .isZero();
        }
        Eventually.rows(1, "select count(*) from known_user where id = ? and username = ?", user, "deleted-" + user);
    }

    @Test
    void whoeverRunsThePlatformIsNotDeletedWithATenant() {
        Fresh.person(tenant, BuiltInRole.OPERATOR);
        delete(tenant, "?cascade=true").then().statusCode(409).body("code", equalTo("TENANT_HAS_OPERATORS"));
        Person operator = Fresh.person(Fresh.tenant(), BuiltInRole.ADMIN);
        operator.delete("/v1/tenants/" + operator.tenant() + "?cascade=true")
                .then()
                .statusCode(409)
                .body("code", equalTo("TENANT_IS_YOURS"));
    }

    @Test
    void tenantThatIsNotDeletedHasNoDeletion() {
        shown().then().statusCode(404);
    }

    private Response delete(UUID id, String query) {
        return ADMIN.delete("/v1/tenants/" + id + query);
    }

    private Response shown() {
        return ADMIN.get("/v1/tenants/" + tenant + "/deletion");
    }

    private String status(String service) {
        return shown().path("services.find { it.service == '" + service + "' }.status");
    }

    private void isDeleted() {
        Eventually.holds("the tenant is deleted", () -> shown().path("status").equals("DELETED"));
    }
}
