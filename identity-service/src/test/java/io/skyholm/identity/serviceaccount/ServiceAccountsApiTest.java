package io.skyholm.identity.serviceaccount;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.ArrayList;
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

    private UUID tenant;
    private Person admin;

    @BeforeEach
    void makeATenant() {
        tenant = Fresh.tenant();
        admin = Fresh.person(tenant, BuiltInRole.TENANT_ADMIN);
    }

    @Test
    void secretIsShownOnceAndKeptAsItsHash() {
        Response made = made("USER");
        String secret = made.path("clientSecret");
        assertThat(secret).startsWith("skysa_");
        admin.get("/v1/service-accounts/" + made.path("id"))
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
        Response made = made("USER");
        String token = tokenOf(made);
        with(token)
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("credential", equalTo("SERVICE_ACCOUNT"))
                .body("tenantId", equalTo(tenant.toString()));
        with(token).get("/v1/users").then().statusCode(200);
        with(token).get("/v1/tenants/" + Fresh.tenant()).then().statusCode(404);
        with(token)
                .contentType("application/json")
                .body(Fresh.userOf(tenant))
                .post("/v1/users")
                .then()
                .statusCode(403);
        Eventually.rows(
                1,
                "select 1 from service_account where id = ? and last_used_at is not null",
                UUID.fromString(made.path("id")));
    }

    @Test
    void secretIsTakenByHttpBasicToo() {
        Response made = made("USER");
        given().auth()
                .preemptive()
                .basic(made.path("id"), made.path("clientSecret"))
                .formParam("grant_type", "client_credentials")
                .post("/v1/oauth2/token")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900));
    }

    @Test
    void wrongSecretAndUnknownAccountAreRefusedAlike() {
        Response made = made("USER");
        for (String id : List.of((String) made.path("id"), UUID.randomUUID().toString(), "nobody")) {
            asked(id, "skysa_wrong")
                    .then()
                    .statusCode(401)
                    .contentType(startsWith("application/problem+json"))
                    .body("error", equalTo("invalid_client"))
                    .body("code", equalTo("INVALID_CLIENT"));
        }
    }

    @Test
    void formThatIsTooLargeIsRefusedAsSuch() {
        given().formParam("grant_type", "client_credentials")
                .formParam("client_secret", "x".repeat(3000))
                .post("/v1/oauth2/token")
                .then()
                .statusCode(413)
                .body("code", equalTo("TOO_LARGE"));
    }

    @Test
    void nothingButClientCredentialsIsTaken() {
        given().formParam("grant_type", "password")
                .post("/v1/oauth2/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("unsupported_grant_type"));
    }

    @Test
    void disabledAccountGetsNoTokenAndItsTokensAreRefused() {
        Response made = made("USER");
        String token = tokenOf(made);
        with(token).get("/v1/users").then().statusCode(200);
        change(made, Map.of("isEnabled", false)).then().statusCode(200);
        asked(made.path("id"), made.path("clientSecret")).then().statusCode(401);
        Eventually.holds("token is refused", () -> with(token).get("/v1/users").statusCode() == 401);
        change(made, Map.of("isEnabled", true)).then().statusCode(200);
        String again = tokenOf(made);
        Eventually.holds(
                "new token is let in", () -> with(again).get("/v1/users").statusCode() == 200);
        with(token).get("/v1/users").then().statusCode(401);
    }

    @Test
    void deletedAccountIsRefused() {
        Response made = made("USER");
        String token = tokenOf(made);
        admin.delete("/v1/service-accounts/" + made.path("id")).then().statusCode(200);
        asked(made.path("id"), made.path("clientSecret")).then().statusCode(401);
        Eventually.holds("token is refused", () -> with(token).get("/v1/users").statusCode() == 401);
    }

    @Test
    void rotatedSecretEndsTheOldOneAtOnceOrAfterTheTimeThatWasAskedFor() {
        Response made = made("USER");
        String second = rotated(made, Map.of("previousValidMinutes", 60));
        asked(made.path("id"), made.path("clientSecret")).then().statusCode(200);
        asked(made.path("id"), second).then().statusCode(200);
        String third = rotated(made, Map.of());
        asked(made.path("id"), second).then().statusCode(401);
        asked(made.path("id"), made.path("clientSecret")).then().statusCode(401);
        asked(made.path("id"), third).then().statusCode(200);
    }

    @Test
    void rotationThatEndsASecretBeforeItsTimeEndsItsTokensToo() {
        Response made = made("USER");
        String token = tokenOf(made);
        rotated(made, Map.of("previousValidMinutes", 60));
        with(token).get("/v1/users").then().statusCode(200);
        String third = rotated(made, Map.of("previousValidMinutes", 60));
        Eventually.holds("token is refused", () -> with(token).get("/v1/users").statusCode() == 401);
        asked(made.path("id"), third).then().statusCode(200);
    }

    @Test
    void tokenThatIsSignedWhileTheSecretIsRotatedEndsAsThoseFromBefore() {
        Response made = made("USER");
        List<String> old = new ArrayList<>(List.of(tokenOf(made)));
        List<List<String>> signed =
                Crowd.of(6, number -> number == 0 ? List.of(rotated(made, Map.of())) : signedUntilRefused(made));
        signed.stream().skip(1).forEach(old::addAll);
        Eventually.holds("tokens of the old secret are refused", () -> old.stream()
                .allMatch(token -> with(token).get("/v1/users").statusCode() == 401));
        Response now = asked(made.path("id"), signed.getFirst().getFirst());
        with(now.path("access_token")).get("/v1/users").then().statusCode(200);
    }

    @Test
    void accountInvitesNobodySinceNobodyCouldAcceptIt() {
        String token = tokenOf(made("TENANT_ADMIN"));
        with(token)
                .contentType("application/json")
                .body(Map.of("email", "friend@example.test"))
                .post("/v1/invitations")
                .then()
                .statusCode(403);
    }

    @Test
    void nobodyGivesAnAccountMoreThanTheyMayDo() {
        Fresh.role(tenant, "keeper", "SERVICE_ACCOUNT:CREATE", "SERVICE_ACCOUNT:UPDATE", "USER:READ");
        UUID user = Fresh.user(Fresh.userOf(tenant, "roles", List.of("keeper")));
        Person keeper = Person.known(user, tenant, BuiltInRole.USER);
        Eventually.holds(
                "role is known",
                () -> keeper.post("/v1/service-accounts", named("keeper")).statusCode() == 201);
        keeper.post("/v1/service-accounts", named("USER")).then().statusCode(403);
        Response wide = made("TENANT_ADMIN");
        keeper.put("/v1/service-accounts/" + wide.path("id") + "/secret", Map.of())
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "OPERATOR"})
    void accountsDoNotRunThePlatformWhoeverMakesThem(String role) {
        Person.ADMIN
                .post("/v1/service-accounts", Map.of("tenantId", tenant, "name", Fresh.name(), "roles", List.of(role)))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("roles"));
    }

    @Test
    void withAKeyOrAServiceAccountNoneIsMadeThatOutlivesIt() {
        Map<String, Object> another = Map.of("name", Fresh.name(), "roles", List.of("USER"));
        String token = tokenOf(made("TENANT_ADMIN"));
        String key = admin.post("/v1/api-keys", Map.of("name", "all")).path("key");
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
        UUID role = Fresh.role(tenant, "backup", "USER:READ");
        made("backup");
        Person.ADMIN.delete("/v1/roles/" + role).then().statusCode(409).body("code", equalTo("ROLE_IN_USE"));
    }

    @Test
    void nameIsGivenOnceInATenant() {
        Map<String, Object> body = Map.of("name", "nightly", "roles", List.of("USER"));
        admin.post("/v1/service-accounts", body).then().statusCode(201);
        admin.post("/v1/service-accounts", body)
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
        Response made = made("USER");
        Response other = made("USER");
        change(made, Map.of("name", other.path("name")))
                .then()
                .statusCode(409)
                .body("code", equalTo("SERVICE_ACCOUNT_NAME_TAKEN"));
    }

    @Test
    void accountOfASuspendedTenantReadsAndChangesNothing() {
        Response made = made("TENANT_ADMIN");
        Person.ADMIN
                .patch("/v1/tenants/" + tenant, Map.of("status", "SUSPENDED"))
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

    private Response made(String... roles) {
        Response made = admin.post("/v1/service-accounts", named(roles));
        made.then().statusCode(201);
        return made;
    }

    private static Map<String, Object> named(String... roles) {
        return Map.of("name", Fresh.name(), "roles", List.of(roles));
    }

    private Response change(Response made, Map<String, ?> change) {
        return admin.patch("/v1/service-accounts/" + made.path("id"), change);
    }

    private String rotated(Response made, Map<String, ?> how) {
        Response rotated = admin.put("/v1/service-accounts/" + made.path("id") + "/secret", how);
        rotated.then().statusCode(200);
        return rotated.path("clientSecret");
    }

    /** The tokens that the first secret is exchanged for until it is no longer good. */
    private static List<String> signedUntilRefused(Response made) {
        List<String> tokens = new ArrayList<>();
        for (int time = 0; time < 100; time++) {
            Response answer = asked(made.path("id"), made.path("clientSecret"));
            if (answer.statusCode() != 200) {
                return tokens;
            }
            tokens.add(answer.path("access_token"));
        }
        throw new AssertionError("the secret is good although it was rotated");
    }

    private static String tokenOf(Response made) {
        Response answer = asked(made.path("id"), made.path("clientSecret"));
        answer.then().statusCode(200);
        return answer.path("access_token");
    }

    private static Response asked(String id, String secret) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", id)
                .formParam("client_secret", secret)
                .post("/v1/oauth2/token");
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }
}
