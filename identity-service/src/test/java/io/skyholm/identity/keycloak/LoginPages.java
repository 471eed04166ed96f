package io.skyholm.identity.keycloak;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's browser at the pages of the real Keycloak: it keeps cookies, sends forms and goes where it is sent. */
public final class LoginPages {

    private static final String REALM = "/realms/skyholm/protocol/openid-connect/";
    private static final String BACK = "http://127.0.0.1/back";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-what-the-standard-demands";
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    private final Map<String, String> cookies = new HashMap<>();

    /** The page on which a login begins. */
    public Response open() {
        return open(Map.of());
    }

    /** The page of that action, for whoever has logged in here. */
    public Response open(String action) {
        return open(Map.of("kc_action", action));
    }

    private Response open(Map<String, String> more) {
        return followed(browser()
                .queryParam("client_id", "skyholm-cli")
                .queryParam("response_type", "code")
                .queryParam("scope", "openid")
                .queryParam("redirect_uri", BACK)
                .queryParam("code_challenge", challenge())
                .queryParam("code_challenge_method", "S256")
                .queryParams(more)
                .get(SignIn.address() + REALM + "auth"));
    }

    /** What follows when the form of that page is sent. */
    public Response send(Response page, Map<String, String> form) {
        return followed(browser().formParams(form).post(here(found(ACTION, page).replace("&amp;", "&"))));
    }

    /** What Keycloak gives a program to which it has sent the browser back. */
    public Response tokens(Response end) {
        return given().formParam("grant_type", "authorization_code")
                .formParam("client_id", "skyholm-cli")
                .formParam("redirect_uri", BACK)
                .formParam("code_verifier", VERIFIER)
                .formParam("code", parameter(end, "code"))
                .post(SignIn.address() + REALM + "token");
    }

    /** What it gives that program later on, for the refresh token. */
    public Response refreshed(String refreshToken) {
        return given().formParam("grant_type", "refresh_token")
                .formParam("client_id", "skyholm-cli")
                .formParam("refresh_token", refreshToken)
                .post(SignIn.address() + REALM + "token");
    }

    /** What the access token says that somebody gets whom Keycloak has sent back. */
    public JsonPath claims(Response end) {
        return SignIn.claims(tokens(end).then().statusCode(200).extract().path("access_token"));
    }

    /** What a program is told that the browser is sent back to. */
    public static String parameter(Response end, String name) {
        Matcher parameter = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(address(end));
        assertThat(parameter.find()).as("%s in %s", name, end.asString()).isTrue();
        return URLDecoder.decode(parameter.group(1), UTF_8);
    }

    /** Whether the browser was sent back to the program. */
    public static boolean isBack(Response answer) {
        return address(answer).startsWith(BACK);
    }

    /** What that pattern captures on a page. */
    public static String found(Pattern pattern, Response page) {
        String text = page.asString();
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private Response followed(Response answer) {
        cookies.putAll(answer.getCookies());
        boolean leadsOn = answer.statusCode() / 100 == 3 && !isBack(answer);
        return leadsOn ? followed(browser().get(here(address(answer)))) : answer;
    }

    private RequestSpecification browser() {
        return given().redirects().follow(false).urlEncodingEnabled(true).cookies(cookies);
    }

    private static String address(Response answer) {
        String address = answer.header("Location");
        return address == null ? "" : address;
    }

    /** Keycloak names the public address of its pages, where no gateway listens in these tests. */
    private static URI here(String address) {
        URI there = URI.create(address);
        return URI.create(SignIn.address() + there.getRawPath() + "?" + there.getRawQuery());
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
