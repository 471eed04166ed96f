package io.skyholm.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.local.Http;
import io.skyholm.local.Progress;
import io.skyholm.local.home.Ports;
import io.skyholm.local.home.Site;
import io.skyholm.local.login.LauncherClient;
import io.skyholm.local.suite.Suite;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real Keycloak on a data directory whose realm an earlier version imported comes up with the realm of this one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OldRealmTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Suite suite;
    private final Site site;

    OldRealmTest(@TempDir Path folder) {
        suite = Suite.in(folder, Ports.free());
        site = suite.site();
    }

    @BeforeAll
    void startOnAnOldRealm() throws IOException {
        Path realm = site.data().of("keycloak").resolve("data/import/skyholm-realm.json");
        Files.createDirectories(realm.getParent());
        Files.writeString(realm, OlderRealm.text());
        suite.start("keycloak");
    }

    @AfterAll
    void stop() {
        suite.close(Progress.SILENT);
    }

    @Test
    void theCommandLinesClientTakesNoPasswords() throws IOException {
        HttpResponse<String> answer =
                token("client_id=skyholm-cli&grant_type=password&username=admin&password=a-guess");

        assertThat(JSON.readTree(answer.body()).path("error").asText()).isEqualTo("unauthorized_client");
    }

    @Test
    void withoutTheSecretOfThisDataDirectoryNobodyTriesPasswords() throws IOException {
        HttpResponse<String> guessed = token("client_id=skyholm-launcher&client_secret=a-guess"
                + "&grant_type=password&username=nobody&password=a-guess");
        HttpResponse<String> launcher = token(new LauncherClient(site).login("nobody", "a-guess"));

        assertThat(JSON.readTree(guessed.body()).path("error").asText()).isEqualTo("unauthorized_client");
        assertThat(JSON.readTree(launcher.body()).path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void whoHasNoBrowserThereGetsACodeForAnotherDevice() throws IOException {
        HttpResponse<String> answer = Http.send(
                "POST",
                site.http("keycloak") + "/realms/skyholm/protocol/openid-connect/auth/device",
                FORM,
                "client_id=skyholm-cli&code_challenge_method=S256"
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

        assertThat(JSON.readTree(answer.body()).path("user_code").asText()).isNotEmpty();
    }

    @Test
    void nobodyGetsATokenThatOutlivesTheirSession() throws IOException {
        HttpResponse<String> answer = token(new LauncherClient(site).login("nobody", "x") + "&scope=offline_access");

        assertThat(JSON.readTree(answer.body()).path("error").asText()).isEqualTo("invalid_scope");
        assertThat(scopes("skyholm-cli")).containsExactly("organization");
    }

    @Test
    void fromElsewhereTlsIsDemanded() {
        assertThat(KeycloakAdministration.of(site).get("").path("sslRequired").asText())
                .isEqualTo("external");
    }

    @Test
    void identitysAccountHasTheRolesThatItNeedsAndNoOther() {
        KeycloakAdministration keycloak = KeycloakAdministration.of(site);
        JsonNode account = keycloak.get("/clients/" + id(keycloak, "skyholm-identity") + "/service-account-user");

        assertThat(keycloak.get("/users/" + account.path("id").asText() + "/role-mappings/clients/"
                                + id(keycloak, "realm-management"))
                        .findValuesAsText("name"))
                .containsExactlyInAnyOrder("manage-users", "manage-realm", "view-events");
    }

    @Test
    void tokensSayByWhichFactorsSomebodyLoggedIn() throws SQLException {
        KeycloakAdministration keycloak = KeycloakAdministration.of(site);
        FlowsOfRealm flows = new FlowsOfRealm(site, keycloak);

        assertThat(keycloak.get("").path("browserFlow").asText()).isEqualTo("skyholm login");
        assertThat(keycloak.get("").path("directGrantFlow").asText()).isEqualTo("skyholm password grant");
        assertThat(flows.steps("skyholm login")).containsExactlyElementsOf(FlowsOfRealm.LOGIN);
        assertThat(flows.steps("skyholm password grant")).containsExactlyElementsOf(FlowsOfRealm.PASSWORD_GRANT);
        assertThat(flows.references())
                .containsExactlyInAnyOrder(
                        "skyholm proof by passkey: mfa",
                        "skyholm proof by passkey after a password: mfa",
                        "skyholm proof by code: otp",
                        "skyholm proof by code in a request: otp");
        assertThat(keycloak.get("/client-scopes").findValuesAsText("protocolMapper"))
                .contains("oidc-amr-mapper");
    }

    /** Each launcher dies after the first change that it makes, and the next goes on from there, until one lives to bind the flow. */
    @Test
    void launcherThatDiesWhileItMakesFlowsIsMadeUpForByTheNextAndNobodyLogsInByHalfAFlow() {
        JsonNode file = new RealmFile(site).filled();
        KeycloakAdministration keycloak = KeycloakAdministration.of(site);
        FlowsOfRealm flows = new FlowsOfRealm(site, keycloak);
        flows.forget();
        int deaths = 0;
        do {
            RealmUpdate dying = new RealmUpdate(new DyingAdministration(keycloak, 1), file);
            assertThatThrownBy(dying::run).isInstanceOf(DyingAdministration.Died.class);
            deaths++;
        } while (!keycloak.get("").path("browserFlow").asText().equals("skyholm login"));

        assertThat(deaths).isGreaterThan(FlowsOfRealm.LOGIN.size());
        assertThat(flows.steps("skyholm login")).isEqualTo(FlowsOfRealm.LOGIN);
        assertThat(flows.steps("skyholm password grant")).isEqualTo(FlowsOfRealm.PASSWORD_GRANT);
    }

    @Test
    void thereArePasskeysAndNobodyRemovesTheirOwnCredentials() {
        KeycloakAdministration keycloak = KeycloakAdministration.of(site);
        List<String> allowed = new ArrayList<>();
        keycloak.get("/authentication/required-actions").forEach(action -> {
            if (action.path("enabled").asBoolean()) {
                allowed.add(action.path("alias").asText());
            }
        });

        assertThat(keycloak.get("")
                        .path("webAuthnPolicyPasswordlessPasskeysEnabled")
                        .asBoolean())
                .isTrue();
        assertThat(allowed)
                .containsExactlyInAnyOrder(
                        "UPDATE_PASSWORD", "CONFIGURE_TOTP", "webauthn-register-passwordless", "VERIFY_PROFILE");
    }

    private List<String> scopes(String client) {
        KeycloakAdministration keycloak = KeycloakAdministration.of(site);
        return keycloak.get("/clients/" + id(keycloak, client) + "/optional-client-scopes")
                .findValuesAsText("name");
    }

    private static String id(KeycloakAdministration keycloak, String client) {
        return keycloak.get("/clients?clientId=" + client).path(0).path("id").asText();
    }

    private HttpResponse<String> token(String form) {
        return Http.send("POST", new LauncherClient(site).tokenAddress(), FORM, form);
    }
}
