package io.skyholm.identity.keycloak;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.skyholm.events.identity.SessionFact;
import io.skyholm.local.login.LauncherClient;
import io.skyholm.local.suite.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** Signs in at the real Keycloak, as the launcher does. */
public final class SignIn {

    private static final TestPlatform PLATFORM = TestPlatform.with("keycloak");
    private static final Map<String, String> ENVIRONMENT = PLATFORM.environmentOf("identity");
    private static final LauncherClient CLIENT =
            new LauncherClient(PLATFORM.suite().site());

    private SignIn() {}

    /** What Keycloak answers to somebody with that password. */
    public static Response as(String username, String password) {
        return given().formParam("grant_type", "password")
                .formParams(CLIENT.proof())
                .formParam("username", username)
                .formParam("password", password)
                .post(ENVIRONMENT.get("SKYHOLM_KEYCLOAK_URL") + "/realms/skyholm/protocol/openid-connect/token");
    }

    /** The same of somebody who adds the code that their authenticator shows. */
    public static Response as(String username, String password, String code) {
        return given().formParam("grant_type", "password")
                .formParams(CLIENT.proof())
                .formParam("username", username)
                .formParam("password", password)
                .formParam("totp", code)
                .post(ENVIRONMENT.get("SKYHOLM_KEYCLOAK_URL") + "/realms/skyholm/protocol/openid-connect/token");
    }

    /** What Keycloak tells a program of the user who has signed in there. */
    public static Response userinfo(String username, String password) {
        String token = given().formParam("grant_type", "password")
                .formParam("scope", "openid")
                .formParams(CLIENT.proof())
                .formParam("username", username)
                .formParam("password", password)
                .post(ENVIRONMENT.get("SKYHOLM_KEYCLOAK_URL") + "/realms/skyholm/protocol/openid-connect/token")
                .path("access_token");
        return given().auth()
                .oauth2(token)
                .get(ENVIRONMENT.get("SKYHOLM_KEYCLOAK_URL") + "/realms/skyholm/protocol/openid-connect/userinfo");
    }

    /** Says to Keycloak that the session of that refresh token is over, as a program does when its user logs out. */
    public static void out(String refreshToken) {
        given().formParams(CLIENT.proof())
                .formParam("refresh_token", refreshToken)
                .post(ENVIRONMENT.get("SKYHOLM_KEYCLOAK_URL") + "/realms/skyholm/protocol/openid-connect/logout")
                .then()
                .statusCode(204);
    }

    /** What Keycloak answers to a program whose user has been away for a while. */
    public static Response again(String refreshToken) {
        return given().formParam("grant_type", "refresh_token")
                .formParams(CLIENT.proof())
                .formParam("refresh_token", refreshToken)
                .post(ENVIRONMENT.get("SKYHOLM_KEYCLOAK_URL") + "/realms/skyholm/protocol/openid-connect/token");
    }

    /** The id of the session that a token belongs to. */
    public static UUID sessionOf(String token) {
        return SessionFact.idOf(claims(token).getString("sid"));
    }

    /** What the token says that somebody with that password gets. */
    public static JsonPath claimsOf(String username, String password) {
        String token = as(username, password).then().statusCode(200).extract().path("access_token");
        return claims(token);
    }

    /** What a token says. */
    public static JsonPath claims(String token) {
        String claims = token.split("\\.", -1)[1];
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
    }

    /** The password that the first administrator starts with. */
    public static String firstPassword() {
        return ENVIRONMENT.getOrDefault("SKYHOLM_FIRST_ADMIN_PASSWORD", "");
    }

    /** Where Keycloak is. */
    public static String address() {
        return ENVIRONMENT.getOrDefault("SKYHOLM_KEYCLOAK_URL", "");
    }

    /** What browsers show as the address of its pages, without a path. */
    public static String origin() {
        return PLATFORM.suite().site().gateway();
    }

    /** A token of Keycloak's own administrator, who is nobody to identity. */
    public static String administration() {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", "skyholm")
                .formParam("password", PLATFORM.suite().site().secrets().password("keycloak_admin"))
                .post(address() + "/realms/master/protocol/openid-connect/token")
                .path("access_token");
    }

    /** A token of the account by which identity administers Keycloak. */
    public static String serviceToken() {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "skyholm-identity")
                .formParam("client_secret", ENVIRONMENT.get("SKYHOLM_IDENTITY_CLIENT_SECRET"))
                .post(address() + "/realms/skyholm/protocol/openid-connect/token")
                .path("access_token");
    }
}
