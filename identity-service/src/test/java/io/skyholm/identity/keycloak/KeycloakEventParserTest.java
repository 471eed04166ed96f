package io.skyholm.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.identity.SessionFact;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Events are read as Keycloak writes them. */
class KeycloakEventParserTest {

    private static final String USER = "01977a3e-5c00-7a11-9b7e-3f6d2c81a001";

    @Test
    void loginSaysWhoCameFromWhereAndWhen() {
        String session = "01977a3e-5c00-7a11-9b7e-3f6d2c81a002";
        DirectoryEvent read = read(event("LOGIN", USER, session, null, Map.of("username", "ada")));
        assertThat(read)
                .isEqualTo(new DirectoryEvent(
                        "17",
                        DirectoryEvent.Kind.LOGIN,
                        Instant.parse("2026-02-01T12:00:00.250Z"),
                        UUID.fromString(USER),
                        UUID.fromString(session),
                        "ada",
                        "192.0.2.7",
                        null,
                        null));
    }

    @Test
    void failedLoginSaysWhy() {
        DirectoryEvent read = read(event("LOGIN_ERROR", null, null, "user_not_found", Map.of("username", "eve")));
        assertThat(read.kind()).isEqualTo(DirectoryEvent.Kind.LOGIN_ERROR);
        assertThat(read.error()).isEqualTo("user_not_found");
        assertThat(read.username()).isEqualTo("eve");
        assertThat(read.userId()).isNull();
        assertThat(read.sessionId()).isNull();
    }

    @Test
    void eventWithoutDetailsNamesNobody() {
        assertThat(read(event("LOGOUT", USER, null, null, null)).username()).isNull();
    }

    @Test
    void userOfKeycloaksOwnIsNobodyToUs() {
        assertThat(read(event("LOGIN", "service-account-17", null, null, null)).userId())
                .isNull();
    }

    @Test
    void sessionWhoseIdIsNoUuidHasTheOneThatItsTokensHave() {
        DirectoryEvent read = read(event("LOGIN", USER, "a-session-of-keycloak", null, null));
        assertThat(read.sessionId()).isEqualTo(SessionFact.idOf("a-session-of-keycloak"));
    }

    @Test
    void credentialThatWasChangedIsNamedByItsType() {
        DirectoryEvent read = read(event("UPDATE_CREDENTIAL", USER, null, null, Map.of("credential_type", "otp")));
        assertThat(read.credentialType()).isEqualTo("otp");
    }

    private static DirectoryEvent read(KeycloakAdmin.Event event) {
        return KeycloakEventParser.read(event);
    }

    private static KeycloakAdmin.Event event(
            String type,
            @Nullable String user,
            @Nullable String session,
            @Nullable String error,
            @Nullable Map<String, String> details) {
        long time = Instant.parse("2026-02-01T12:00:00.250Z").toEpochMilli();
        return new KeycloakAdmin.Event("17", time, type, user, session, "192.0.2.7", error, details);
    }
}
