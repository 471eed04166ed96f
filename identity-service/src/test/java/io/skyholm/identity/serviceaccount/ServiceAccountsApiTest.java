package io.skyholm.identity.serviceaccount;

import static io.skyholm.identity.serviceaccount.ServiceAccountCalls.named;
import static io.skyholm.identity.serviceaccount.ServiceAccountCalls.tokenOf;
import static io.skyholm.identity.serviceaccount.ServiceAccountCalls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program comes in with a token that it got for its account's secret, and may do what the account's roles allow. */
@QuarkusTest
class ServiceAccountsApiTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("identity");

    private ServiceAccountCalls accounts;

    @BeforeEach
    void makeATenant() {
        accounts = ServiceAccountCalls.ofNewTenant();
    }

    @Test
    void secretIsShownOnceAndKeptAsItsHash() {
        Response made = accounts.made("USER");
        String secret = made.path("clientSecret");
        assertThat(secret).startsWith("skysa_");
        accounts.admin()
                .get("/v1/service-accounts/" + made.path("id"))
                .then()
                .statusCode(200)
                .body("clientSecret", nullValue());
        assertThat(EVERYTHING.number(
                        "select count(*) from service_account where to_json(service_account)::text like '%' || ? || '%'",
                        secret))
                .isZero();
        assertThat(EVERYTHING.number(
                        "select count(*) from outbox_event where payload::text like '%' || ? || '%'", secret))
                .isZero();
    }

    @Test
    void tokenOpensTheDoorToWhatItsRolesAllowInItsTenantAlone() {
        Response made = accounts.made("USER");
        String token = tokenOf(made);
        with(token)
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("credential", equalTo("SERVICE_ACCOUNT"))
                .body("tenantId", equalTo(accounts.tenant().toString()));
        with(token).get("/v1/users").then().statusCode(200);
        with(token).get("/v1/tenants/" + Fresh.tenant()).then().statusCode(404);
        with(token)
                .contentType("application/json")
                .body(Fresh.userOf(accounts.tenant()))
                .post("/v1/users")
                .then()
                .statusCode(403);
        Eventually.rows(
                1,
                "select 1 from service_account where id = ? and last_used_at is not null",
                UUID.fromString(made.path("id")));
    }

    @Test
    void accountInvitesNobodySinceNobodyCouldAcceptIt() {
        String token = tokenOf(accounts.made("TENANT_ADMIN"));
        with(token)
                .contentType("application/json")
                .body(Map.of("email", "friend@example.test"))
                .post("/v1/invitations")
                .then()
                .statusCode(403);
    }

    @Test
    void nobodyGivesAnAccountMoreThanTheyMayDo() {
        Fresh.role(accounts.tenant(), "keeper", "SERVICE_ACCOUNT:CREATE", "SERVICE_ACCOUNT:UPDATE", "USER:READ");
        UUID user = Fresh.user(Fresh.userOf(accounts.tenant(), "roles", List.of("keeper")));
        Person keeper = Person.known(user, accounts.tenant(), BuiltInRole.USER);
        Eventually.holds(
                "role is known",
                () -> keeper.post("/v1/service-accounts", named("keeper")).statusCode() == 201);
        keeper.post("/v1/service-accounts", named("USER")).then().statusCode(403);
        Response wide = accounts.made("TENANT_ADMIN");
        keeper.put("/v1/service-accounts/" + wide.path("id") + "/secret", Map.of())
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "OPERATOR"})
    void accountsDoNotRunThePlatformWhoeverMakesThem(String role) {
        Person.ADMIN
                .post(
                        "/v1/service-accounts",
                        Map.of("tenantId", accounts.tenant(), "name", Fresh.name(), "roles", List.of(role)))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("roles"));
    }

    @Test
    void withAKeyOrAServiceAccountNoneIsMadeThatOutlivesIt() {
        Map<String, Object> another = Map.of("name", Fresh.name(), "roles", List.of("USER"));
        String token = tokenOf(accounts.made("TENANT_ADMIN"));
        String key =
                accounts.admin().post("/v1/api-keys", Map.of("name", "all")).path("key");
        Eventually.holds("key is known", () -> with(key).get("/v1/me").statusCode() == 200);
        for (String credential : List.of(token, key)) {
            with(credential)
                    .contentType("application/json")
                    .body(another)
                    .post("/v1/service-accounts")
                    .then()
                    .statusCode(403);
        }
        with(token)
                .contentType("application/json")
                .body(Map.of("name", "key"))
                .post("/v1/api-keys")
                .then()
                .statusCode(403);
    }

    @Test
    void roleThatAnAccountHoldsIsNotDeleted() {
        UUID role = Fresh.role(accounts.tenant(), "backup", "USER:READ");
        accounts.made("backup");
        Person.ADMIN.delete("/v1/roles/" + role).then().statusCode(409).body("code", equalTo("ROLE_IN_USE"));
    }

    @Test
    void nameIsGivenOnceInATenant() {
        Map<String, Object> body = Map.of("name", "nightly", "roles", List.of("USER"));
        accounts.admin().post("/v1/service-accounts", body).then().statusCode(201);
        accounts.admin()
                .post("/v1/service-accounts", body)
                .then()
                .statusCode(409)
                .body("code", equalTo("SERVICE_ACCOUNT_NAME_TAKEN"));
        Fresh.person(Fresh.tenant(), BuiltInRole.TENANT_ADMIN)
                .post("/v1/service-accounts", body)
                .then()
                .statusCode(201);
    }

    @Test
    void accountIsNotRenamedToTheNameOfAnother() {
        Response made = accounts.made("USER");
        Response other = accounts.made("USER");
        accounts.change(made, Map.of("name", other.path("name")))
                .then()
                .statusCode(409)
                .body("code", equalTo("SERVICE_ACCOUNT_NAME_TAKEN"));
    }

    @Test
    void accountOfASuspendedTenantReadsAndChangesNothing() {
        Response made = accounts.made("TENANT_ADMIN");
        Person.ADMIN
                .patch("/v1/tenants/" + accounts.tenant(), Map.of("status", "SUSPENDED"))
                .then()
                .statusCode(200);
        String token = tokenOf(made);
        Eventually.holds(
                "suspension is known",
                () -> with(token)
                                .contentType("application/json")
                                .body(Map.of("name", Fresh.name()))
                                .post("/v1/groups")
                                .statusCode()
                        == 403);
        with(token).get("/v1/groups").then().statusCode(200);
    }
}
