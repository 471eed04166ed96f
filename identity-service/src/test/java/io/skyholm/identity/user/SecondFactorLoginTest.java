package io.skyholm.identity.user;

import static io.restassured.RestAssured.given;
import static io.skyholm.identity.user.Somebody.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.keycloak.Authenticator;
import io.skyholm.identity.keycloak.KeycloakDoor;
import io.skyholm.identity.keycloak.LoginPages;
import io.skyholm.identity.keycloak.Passkey;
import io.skyholm.identity.keycloak.SignIn;
import io.skyholm.runtime.testing.fixtures.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the real Keycloak says in a token of how somebody logged in, and whether that is enough to run the platform. */
@QuarkusTest
@QuarkusTestResource(KeycloakDoor.class)
class SecondFactorLoginTest {

    private static final Pattern SECRET = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"");
    private static final Pattern CREDENTIAL = Pattern.compile("\"id\":\"([^\"]+)\",\"type\":\"otp\"");

    private final LoginPages browser = new LoginPages();
    private Somebody ada;

    @BeforeEach
    void somebodyWithAPassword() {
        ada = Somebody.withPassword();
    }

    @Test
    void whoGivesACodeOfTheirAuthenticatorIsLetInAndWhoDoesNotIsRefused() {
        Authenticator authenticator = setUp(new LoginPages()).authenticator();

        Response end = browser.send(withPassword(browser), Map.of("otp", authenticator.code()));
        String refresh = browser.tokens(end).then().statusCode(200).extract().path("refresh_token");
        JsonPath claims = SignIn.claims(browser.refreshed(refresh).path("access_token"));
        assertThat(methods(claims)).as("also after a refresh").containsExactly("otp");
        administer(claims).then().statusCode(200);

        SignIn.as(ada.username(), PASSWORD).then().statusCode(400);
        String direct =
                SignIn.as(ada.username(), PASSWORD, authenticator.nextCode()).path("access_token");
        assertThat(methods(SignIn.claims(direct))).containsExactly("otp");
    }

    @Test
    void passwordAloneIsNoProof() {
        JsonPath claims = browser.claims(withPassword(browser));
        assertThat(methods(claims)).isEmpty();
        administer(claims).then().statusCode(401).body("code", equalTo("SECOND_FACTOR_REQUIRED"));
    }

    @Test
    void whoHasJustSetUpAnAuthenticatorLogsInAgainWithIt() {
        assertThat(methods(browser.claims(setUp(browser).end()))).isEmpty();
    }

    @Test
    void passkeyIsTwoFactorsByItself() {
        Passkey passkey = registered();

        LoginPages another = new LoginPages();
        Response page = another.open();
        JsonPath claims = another.claims(another.send(page, passkey.login(page)));
        assertThat(claims.getString("sub")).isEqualTo(ada.id().toString());
        assertThat(methods(claims)).containsExactly("mfa");
        administer(claims).then().statusCode(200);
    }

    @Test
    void passkeyWhoseDeviceDoesNotKnowItsUserIsRefused() {
        Passkey passkey = registered();

        LoginPages another = new LoginPages();
        Response page = another.open();
        Response answer = another.send(page, passkey.loginOfAnybody(page));
        assertThat(LoginPages.isBack(answer)).isFalse();
    }

    @Test
    void whoHasOnlyAPasskeyIsAskedForItAfterAPasswordAndBeforeAnAuthenticatorIsSetUp() {
        Passkey passkey = registered();
        ada.change(Map.of("totpRequired", true));
        ada.becomesReady();

        LoginPages another = new LoginPages();
        Response asked = withPassword(another);
        assertThat(LoginPages.isBack(asked)).isFalse();
        assertThat(asked.asString()).doesNotContainPattern(SECRET);

        Response page = another.send(asked, passkey.login(asked));
        Authenticator made = new Authenticator(LoginPages.found(SECRET, page));
        Response end = another.send(
                page, Map.of("totp", made.lastCode(), "totpSecret", made.secret(), "userLabel", "telephone"));
        JsonPath claims = another.claims(end);
        assertThat(methods(claims)).containsOnly("mfa");
        administer(claims).then().statusCode(200);
        SignIn.as(ada.username(), PASSWORD, made.nextCode()).then().statusCode(200);
    }

    @Test
    void passwordAndAnothersPasskeyOpenNothing() {
        registered();
        Passkey anothers = registeredBy(Somebody.withPassword(), new LoginPages());

        LoginPages another = new LoginPages();
        Response asked = withPassword(another);
        assertThat(LoginPages.isBack(another.send(asked, anothers.login(asked))))
                .isFalse();
    }

    @Test
    void whoHasAPasskeyAndNoAuthenticatorGetsNoTokenByAPasswordAlone() {
        SignIn.as(ada.username(), PASSWORD).then().statusCode(200);
        registered();
        assertThat(SignIn.as(ada.username(), PASSWORD).statusCode()).isNotEqualTo(200);
    }

    @Test
    void nobodyTakesTheirOwnSecondFactorAway() {
        Authenticator authenticator = setUp(new LoginPages()).authenticator();
        Response end = browser.send(withPassword(browser), Map.of("otp", authenticator.code()));
        assertThat(LoginPages.isBack(end)).isTrue();

        Response answer = browser.open("delete_credential:" + LoginPages.found(CREDENTIAL, credentials()));
        assertThat(LoginPages.isBack(answer)).isTrue();
        assertThat(credentials().asString()).containsPattern(CREDENTIAL);
    }

    /** An authenticator that was set up, and what followed. */
    private record SetUp(Authenticator authenticator, Response end) {}

    private SetUp setUp(LoginPages there) {
        ada.change(Map.of("totpRequired", true));
        ada.becomesReady();
        Response page = withPassword(there);
        Authenticator made = new Authenticator(LoginPages.found(SECRET, page));
        Response end = there.send(
                page, Map.of("totp", made.lastCode(), "totpSecret", made.secret(), "userLabel", "telephone"));
        return new SetUp(made, end);
    }

    private Passkey registered() {
        return registeredBy(ada, browser);
    }

    private static Passkey registeredBy(Somebody somebody, LoginPages there) {
        withPassword(somebody, there);
        Response page = there.open("webauthn-register-passwordless");
        Passkey passkey = Passkey.on(page, SignIn.origin());
        assertThat(LoginPages.isBack(there.send(page, passkey.registration(page))))
                .isTrue();
        return passkey;
    }

    private Response withPassword(LoginPages there) {
        return withPassword(ada, there);
    }

    private static Response withPassword(Somebody somebody, LoginPages there) {
        return there.send(there.open(), Map.of("username", somebody.username(), "password", PASSWORD));
    }

    private static List<String> methods(JsonPath claims) {
        List<String> methods = claims.getList("amr", String.class);
        return methods == null ? List.of() : methods;
    }

    /** What a service answers to an administrator who has logged in like that. */
    private static Response administer(JsonPath claims) {
        String token = TestTokens.byMeans(methods(claims), UUID.randomUUID(), UUID.randomUUID(), BuiltInRole.ADMIN);
        return given().auth().oauth2(token).get("/v1/permissions");
    }

    private Response credentials() {
        return given().auth()
                .oauth2(SignIn.administration())
                .get(SignIn.address() + "/admin/realms/skyholm/users/" + ada.id() + "/credentials");
    }
}
