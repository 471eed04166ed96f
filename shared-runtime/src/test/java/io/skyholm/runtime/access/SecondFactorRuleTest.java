package io.skyholm.runtime.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services look for the second factor themselves, in the token. */
@QuarkusTest
class SecondFactorRuleTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("support");

    private final UUID user = UUID.randomUUID();
    private final UUID tenant = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(
            value = BuiltInRole.class,
            names = {"ADMIN", "OPERATOR"})
    void whoRunsThePlatformIsRefusedWithAPasswordAloneAndToldWhatToDo(BuiltInRole role) {
        look(List.of(), role)
                .then()
                .statusCode(401)
                .body("code", equalTo("SECOND_FACTOR_REQUIRED"))
                .body("detail", containsString("log in again"));
        look(List.of("pwd", "hwk"), role).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"otp", "mfa"})
    void codeOfAnAuthenticatorOrAPasskeyIsProofEnough(String method) {
        look(List.of(method), BuiltInRole.ADMIN).then().statusCode(200);
    }

    @Test
    void whoIsMadeAnOperatorLogsInAgainWithASecondFactor() {
        look(List.of(), BuiltInRole.USER).then().statusCode(200);
        EVERYTHING.change("insert into known_user values (?, 1, ?, 'ada', 'ACTIVE', '{OPERATOR}', null)", user, tenant);
        look(List.of("pwd"), BuiltInRole.USER).then().statusCode(401).body("code", equalTo("SECOND_FACTOR_REQUIRED"));
    }

    @Test
    void onADevelopersMachineAPasswordIsEnough() {
        TokenClaims claims = new TokenClaims(
                user, "ada", tenant, Set.of("ADMIN"), Set.of(), Instant.EPOCH, Instant.EPOCH, Credential.session(null));
        CallerStatus status = new CallerStatus(null, null, Set.of("ADMIN"), Set.of(), null, false);
        assertThatCode(() -> new SecondFactorRule(true).check(claims, status)).doesNotThrowAnyException();
    }

    private Response look(List<String> methods, BuiltInRole... roles) {
        return given().auth()
                .oauth2(TestTokens.byMeans(methods, user, tenant, roles))
                .get("/v1/notes");
    }
}
