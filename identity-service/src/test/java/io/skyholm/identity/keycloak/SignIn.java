package io.skyholm.identity.keycloak;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.skyholm.local.suite.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Signs in at the real Keycloak, as the command line does. */
public final class SignIn {

    private static final Map<String, String> ENVIRONMENT =
            TestPlatform.with("keycloak").environmentOf("identity");

    private SignIn() {}

    /** What Keycloak answers to somebody with that password. */
    public static Response as(String username, String password) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "skyholm-cli")
                .formParam("username", username)
                .formParam("password", password)
                .post(ENVIRONMENT.get("SKYHOLM_KEYCLOAK_URL") + "/realms/skyholm/protocol/openid-connect/token");
    }

    /** What the token says that somebody with that password gets. */
    public static JsonPath claimsOf(String username, String password) {
        String token = as(username, password).then().statusCode(200).extract().path("access_token");
        String claims = token.split("\\.", -1)[1];
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
    }

    /** The password that the first administrator starts with. */
    public static String firstPassword() {
        return ENVIRONMENT.getOrDefault("SKYHOLM_FIRST_ADMIN_PASSWORD", "");
    }
}
