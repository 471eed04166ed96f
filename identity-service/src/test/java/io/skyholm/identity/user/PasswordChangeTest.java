package io.skyholm.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.identity.keycloak.DirectorySession;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What ends when a user changed their password in the directory itself. */
class PasswordChangeTest {

    private static final Instant AT = Instant.parse("2026-02-01T12:00:00.500Z");

    private final UUID here = UUID.randomUUID();
    private final PasswordChange change = new PasswordChange(UUID.randomUUID(), AT, here);

    private final User user = new User(
            UUID.randomUUID(),
            UUID.randomUUID(),
            RequestBody.read("""
                    {"username": "ada", "email": "ada@example.com", "roles": ["USER", "TENANT_ADMIN"]}""", CreateUser.class),
            Revision.first(null, Instant.EPOCH));

    @Test
    void sessionThatTheOldPasswordBeganEnds() {
        assertThat(change.ends(session(UUID.randomUUID(), AT.minusSeconds(60)))).isTrue();
    }

    @Test
    void sessionInWhichThePasswordWasChangedLasts() {
        assertThat(change.ends(session(here, AT.minusSeconds(60)))).isFalse();
    }

    @Test
    void sessionThatTheNewPasswordBeganLasts() {
        assertThat(change.ends(session(UUID.randomUUID(), AT.plusSeconds(1)))).isFalse();
    }

    @Test
    void sessionOfTheSameSecondLastsForTheDirectoryCountsInSeconds() {
        assertThat(change.ends(session(UUID.randomUUID(), Instant.parse("2026-02-01T12:00:00Z"))))
                .isFalse();
    }

    @Test
    void changeIsNewsForAUserWhoseTokensLast() {
        assertThat(change.isNewsFor(user)).isTrue();
        user.endTokens(AT.minusSeconds(1));
        assertThat(change.isNewsFor(user)).isTrue();
    }

    @Test
    void changeThatIsKnownIsNoNews() {
        user.endTokens(AT);
        assertThat(change.isNewsFor(user)).isFalse();
    }

    @Test
    void nothingIsNewsForADeletedUser() {
        user.revision.deleted(null, AT);
        assertThat(change.isNewsFor(user)).isFalse();
    }

    private static DirectorySession session(UUID id, Instant startedAt) {
        return new DirectorySession(id, null, startedAt, startedAt);
    }
}
