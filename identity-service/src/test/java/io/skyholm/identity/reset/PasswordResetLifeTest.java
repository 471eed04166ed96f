package io.skyholm.identity.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.access.Secret;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a password reset. */
class PasswordResetLifeTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00.123456789Z");

    private final Secret secret = Secret.fresh();
    private final PasswordReset reset =
            new PasswordReset(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), secret, NOW);

    @Test
    void resetLastsForAnHourAndKeepsTheHashOfItsTokenOnly() {
        assertThat(reset.createdAt).isEqualTo("2026-02-01T12:00:00.123456Z");
        assertThat(reset.expiresAt).isEqualTo("2026-02-01T13:00:00.123456Z");
        assertThat(reset.tokenHash).isEqualTo(secret.hash()).doesNotContain(secret.text());
    }

    @Test
    void usedResetIsToldAsUsed() {
        reset.claimedUntil = NOW.plusSeconds(30);
        assertThat(reset.fact().usedAt()).isNull();
        reset.use(NOW.plusSeconds(10));
        assertThat(reset.fact().usedAt()).isEqualTo("2026-02-01T12:00:10.123456Z");
        assertThat(reset.claimedUntil).isNull();
    }
}
