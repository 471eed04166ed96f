package io.skyholm.system.journeys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skyholm.local.login.LauncherClient;
import io.skyholm.system.suite.Browser;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page /docs shows the published document, and a person who signs in there can try its calls. */
class TheDocsCanBeTriedJourney {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REALM = "/realms/skyholm/protocol/openid-connect/";
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-what-the-standard-demands";

    private final Browser browser = new Browser();
    private final String back = browser.address() + "/docs/oauth2-redirect.html";

    @Test
    void documentIsThePublishedOne() throws IOException {
        ObjectNode running =
                (ObjectNode) JSON.readTree(browser.get("/openapi.json").body());
        ObjectNode published =
                (ObjectNode) JSON.readTree(Path.of("../docs/api/openapi.json").toFile());
        for (ObjectNode document : List.of(running, published)) {
            // Where it is, and where people log in, differ from place to place.
            document.remove("servers");
            document.withObject("components").remove("securitySchemes");
        }
        assertThat(running).isEqualTo(published);
    }

    @Test
    void whoSignsInThereCallsAsThemselves() throws Exception {
        Customer customer = Customer.join(RunningSuite.as(RunningSuite.administrator()));
        assertThat(browser.get("/docs/page.js").body()).contains("\"skyholm-docs\"", "/docs/oauth2-redirect.html");
        assertThat(browser.get("/docs/oauth2-redirect.html").statusCode()).isEqualTo(200);
        assertThat(browser.get("/docs/oauth2-redirect.js").statusCode()).isEqualTo(200);

        HttpResponse<String> page = browser.get(authorization(back, challenge()));
        HttpResponse<String> led = browser.form(
                action(page),
                Map.of(
                        "username", customer.login().username(),
                        "password", customer.login().password()));
        assertThat(led.statusCode()).isEqualTo(302);
        String location = led.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(back + "?");
        HttpResponse<String> answer = browser.form(
                REALM + "token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "skyholm-docs",
                        "redirect_uri",
                        back,
                        "code",
                        parameter(location, "code"),
                        "code_verifier",
                        VERIFIER));
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode token = JSON.readTree(answer.body()).path("access_token");
        assertThat(RunningSuite.as(token.asText()).get("/v1/me").expecting(200).text("username"))
                .isEqualTo(customer.login().username());
    }

    @Test
    void nobodyIsLedElsewhereOrGetsACodeWithoutAChallenge() throws Exception {
        HttpResponse<String> elsewhere = browser.get(authorization("https://elsewhere.example/docs", challenge()));
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        HttpResponse<String> unproved = browser.get(authorization(back, Map.of()));
        assertThat(unproved.statusCode()).isEqualTo(302);
        assertThat(parameter(unproved.headers().firstValue("Location").orElseThrow(), "error"))
                .isEqualTo("invalid_request");
    }

    private static String authorization(String redirectUri, Map<String, String> proof) {
        return REALM + "auth?"
                + LauncherClient.encoded(Map.of(
                        "client_id", "skyholm-docs",
                        "response_type", "code",
                        "scope", "openid",
                        "state", "tried",
                        "redirect_uri", redirectUri))
                + "&" + LauncherClient.encoded(proof);
    }

    private static Map<String, String> challenge() throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
        return Map.of(
                "code_challenge",
                Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                "code_challenge_method",
                "S256");
    }

    private static String action(HttpResponse<String> page) {
        Matcher action = ACTION.matcher(page.body());
        assertThat(action.find()).as("a form to log in: %s", page.statusCode()).isTrue();
        return action.group(1).replace("&amp;", "&");
    }

    private static String parameter(String location, String name) {
        Matcher parameter = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(location);
        assertThat(parameter.find()).as("%s in %s", name, location).isTrue();
        return URLDecoder.decode(parameter.group(1), UTF_8);
    }
}
