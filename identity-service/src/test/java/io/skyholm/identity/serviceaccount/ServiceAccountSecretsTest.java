package io.skyholm.identity.serviceaccount;

import static io.restassured.RestAssured.given;
import static io.skyholm.identity.serviceaccount.ServiceAccountCalls.asked;
import static io.skyholm.identity.serviceaccount.ServiceAccountCalls.tokenOf;
import static io.skyholm.identity.serviceaccount.ServiceAccountCalls.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A secret is exchanged for tokens until it is replaced, or its account is disabled or deleted. */
@QuarkusTest
class ServiceAccountSecretsTest {

    private ServiceAccountCalls accounts;

    @BeforeEach
    void makeATenant() {
        accounts = ServiceAccountCalls.ofNewTenant();
    }

    @Test
    void secretIsTakenByHttpBasicToo() {
        Response made = accounts.made("USER");
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
        Response made = accounts.made("USER");
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
    void onlyAFormIsTaken() {
        given().contentType("application/json")
                .body("{\"grant_type\":\"client_credentials\"}")
                .post("/v1/oauth2/token")
                .then()
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
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
        Response made = accounts.made("USER");
        String token = tokenOf(made);
        with(token).get("/v1/users").then().statusCode(200);
        accounts.change(made, Map.of("isEnabled", false)).then().statusCode(200);
        asked(made.path("id"), made.path("clientSecret")).then().statusCode(401);
        Eventually.holds("token is refused", () -> with(token).get("/v1/users").statusCode() == 401);
        accounts.change(made, Map.of("isEnabled", true)).then().statusCode(200);
        String again = tokenOf(made);
        Eventually.holds(
                "new token is let in", () -> with(again).get("/v1/users").statusCode() == 200);
        with(token).get("/v1/users").then().statusCode(401);
    }

    @Test
    void deletedAccountIsRefused() {
        Response made = accounts.made("USER");
        String token = tokenOf(made);
        accounts.admin()
                .delete("/v1/service-accounts/" + made.path("id"))
                .then()
                .statusCode(200);
        asked(made.path("id"), made.path("clientSecret")).then().statusCode(401);
        Eventually.holds("token is refused", () -> with(token).get("/v1/users").statusCode() == 401);
    }

    @Test
    void rotatedSecretEndsTheOldOneAtOnceOrAfterTheTimeThatWasAskedFor() {
        Response made = accounts.made("USER");
        String second = accounts.rotated(made, Map.of("previousValidMinutes", 60));
        asked(made.path("id"), made.path("clientSecret")).then().statusCode(200);
        asked(made.path("id"), second).then().statusCode(200);
        String third = accounts.rotated(made, Map.of());
        asked(made.path("id"), second).then().statusCode(401);
        asked(made.path("id"), made.path("clientSecret")).then().statusCode(401);
        asked(made.path("id"), third).then().statusCode(200);
    }

    @Test
    void rotationThatEndsASecretBeforeItsTimeEndsItsTokensToo() {
        Response made = accounts.made("USER");
        String token = tokenOf(made);
        accounts.rotated(made, Map.of("previousValidMinutes", 60));
        with(token).get("/v1/users").then().statusCode(200);
        String third = accounts.rotated(made, Map.of("previousValidMinutes", 60));
        Eventually.holds("token is refused", () -> with(token).get("/v1/users").statusCode() == 401);
        asked(made.path("id"), third).then().statusCode(200);
    }

    @Test
    void tokenThatIsSignedWhileTheSecretIsRotatedEndsAsThoseFromBefore() {
        Response made = accounts.made("USER");
        List<String> old = new ArrayList<>(List.of(tokenOf(made)));
        List<List<String>> signed = Crowd.of(
                6, number -> number == 0 ? List.of(accounts.rotated(made, Map.of())) : signedUntilRefused(made));
        signed.stream().skip(1).forEach(old::addAll);
        Eventually.holds("tokens of the old secret are refused", () -> old.stream()
                .allMatch(token -> with(token).get("/v1/users").statusCode() == 401));
        Response now = asked(made.path("id"), signed.getFirst().getFirst());
        with(now.path("access_token")).get("/v1/users").then().statusCode(200);
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
}
