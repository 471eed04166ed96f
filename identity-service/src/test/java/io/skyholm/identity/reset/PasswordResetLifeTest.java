package io.skyholm.identity.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.identity.UserStatus;
import io.skyholm.identity.keycloak.DirectoryState;
import io.skyholm.identity.user.UserView;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.aggregate.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a password reset. */
class PasswordResetLifeTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00.123456789Z");

    private final Secret secret = Secret.fresh();
    private final PasswordReset reset = new PasswordReset(user(), secret, Revision.first(null, NOW));

    @Test
    void resetLastsForAnHourAndKeepsTheHashOfItsTokenOnly() {
        assertThat(reset.revision.createdAt()).isEqualTo("2026-02-01T12:00:00.123456Z");
        assertThat(reset.expiresAt).isEqualTo("2026-02-01T13:00:00.123456Z");
        assertThat(reset.tokenHash).isEqualTo(secret.hash()).doesNotContain(secret.text());
    }

    @Test
    void whoNeverHadAPasswordHasAWeek() {
        PasswordReset first = PasswordReset.first(user(), secret, Revision.first(null, NOW));
        assertThat(first.expiresAt).isEqualTo("2026-02-08T12:00:00.123456Z");
        assertThat(first.email).isEqualTo("ada@example.com");
    }

    @Test
    void usedResetIsToldAsUsed() {
        reset.claimedUntil = NOW.plusSeconds(30);
        assertThat(reset.usedAt).isNull();
        reset.use(NOW.plusSeconds(10));
        assertThat(reset.usedAt).isEqualTo("2026-02-01T12:00:10.123456Z");
        assertThat(reset.claimedUntil).isNull();
    }

    private static UserView user() {
        return new UserView(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                "ada",
                "ada@example.com",
                null,
                null,
                null,
                List.of("USER"),
                List.of(),
                UserStatus.ACTIVE,
                true,
                false,
                null,
                Map.of(),
                DirectoryState.READY,
                null,
                NOW,
                NOW,
                null,
                null,
                null);
    }
}
