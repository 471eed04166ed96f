package io.skyholm.runtime.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestTokens;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every service takes tokens of service accounts like those of people, if identity has signed them by its rules. */
@QuarkusTest
class ServiceTokensTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("support");

    private final UUID account = UUID.randomUUID();
    private final UUID tenant = UUID.randomUUID();

    @Test
    void tokenOfAServiceAccountOpensTheDoor() {
        look(token(ServiceTokens.LONGEST, BuiltInRole.USER)).then().statusCode(200);
    }

    @Test
    void tokenThatLastsLongerThanTheRulesAllowIsRefused() {
        look(token(Duration.ofHours(1), BuiltInRole.USER)).then().statusCode(401);
    }

    @Test
    void tokenThatAnotherKeySignedIsRefused() {
        look(TestTokens.forgedServiceAccount(account, tenant, BuiltInRole.USER))
                .then()
                .statusCode(401);
    }

    @Test
    void withTheKeyOfServiceAccountsNobodySignsTheTokenOfAPerson() {
        look(TestTokens.ofKeycloakByServiceKey(tenant, BuiltInRole.TENANT_ADMIN))
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(
            value = BuiltInRole.class,
            names = {"ADMIN", "OPERATOR"})
    void serviceAccountDoesNotRunThePlatform(BuiltInRole role) {
        look(token(ServiceTokens.LONGEST, role))
                .then()
                .statusCode(401)
                .body("detail", equalTo("A service account cannot run the platform"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INACTIVE", "DELETED"})
    void tokenOfAnAccountThatIsDisabledOrDeletedIsRefused(String status) {
        EVERYTHING.change(
                "insert into known_user values (?, 1, ?, 'service-account/backup', ?, '{USER}', null)",
                account,
                tenant,
                status);
        look(token(ServiceTokens.LONGEST, BuiltInRole.USER)).then().statusCode(401);
    }

    private String token(Duration valid, BuiltInRole role) {
        return TestTokens.ofServiceAccount(account, tenant, valid, role);
    }

    private static Response look(String token) {
        return given().auth().oauth2(token).get("/v1/notes");
    }
}
