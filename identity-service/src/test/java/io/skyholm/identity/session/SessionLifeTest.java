package io.skyholm.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.identity.keycloak.DirectorySession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From when to when a session lasts. */
class SessionLifeTest {

    private static final Instant START = Instant.parse("2026-02-01T12:00:00.123456789Z");

    private final Session session = new Session(
            new SessionStarted(UUID.randomUUID(), UUID.randomUUID(), START, "192.0.2.7", "curl/8"),
            UUID.randomUUID(),
            Duration.ofHours(10));

    @Test
    void newSessionLastsForSoLongAtMost() {
        assertThat(session.revision.createdAt()).isEqualTo("2026-02-01T12:00:00.123456Z");
        assertThat(session.lastActivityAt).isEqualTo(session.revision.createdAt());
        assertThat(session.expiresAt).isEqualTo("2026-02-01T22:00:00.123456Z");
        assertThat(session.hasEnded()).isFalse();
    }

    @Test
    void sessionEndsWhenItIsEnded() {
        session.end(START.plusSeconds(60));
        assertThat(session.hasEnded()).isTrue();
        assertThat(session.endedAt).isEqualTo("2026-02-01T12:01:00.123456Z");
    }

    @Test
    void sessionEndsWhenItExpiresEvenIfThatIsNotedLater() {
        session.end(START.plus(Duration.ofDays(1)));
        assertThat(session.endedAt).isEqualTo(session.expiresAt);
    }

    @Test
    void endIsToldAsANewerState() {
        long before = session.revision.generation();
        session.end(START.plusSeconds(60));
        assertThat(session.revision.generation()).isEqualTo(before + 1);
    }

    @Test
    void sessionHasExpiredBehindItsLastMomentOnly() {
        SessionView view = SessionView.of(session);
        assertThat(view.hasExpired(session.expiresAt)).isFalse();
        assertThat(view.hasExpired(session.expiresAt.plusNanos(1))).isTrue();
    }

    @Test
    void sessionLastsIfItIsAmongThoseThatTheDirectoryHas() {
        DirectorySession other = new DirectorySession(UUID.randomUUID(), null, START, START);
        DirectorySession same = new DirectorySession(session.id, null, START, START.plusSeconds(60));
        SessionView view = SessionView.of(session);
        assertThat(view.among(List.of(other, same))).contains(same);
        assertThat(view.among(List.of(other))).isEmpty();
        assertThat(view.among(List.of())).isEmpty();
    }
}
