package io.skyholm.identity.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a registration. */
class RegistrationLifeTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00.123456789Z");

    private final Secret secret = Secret.fresh();
    private final Registration registration = new Registration(
            UUID.randomUUID(), new Register("Acme", "ada", "ada@example.com", "Ada", null), secret, NOW);

    @Test
    void registrationLastsForADayAndKeepsTheHashOfItsTokenOnly() {
        assertThat(registration.createdAt).isEqualTo("2026-02-01T12:00:00.123456Z");
        assertThat(registration.expiresAt).isEqualTo("2026-02-02T12:00:00.123456Z");
        assertThat(registration.tokenHash).isEqualTo(secret.hash()).doesNotContain(secret.text());
    }

    @Test
    void usedRegistrationSaysWhatCameOfIt() {
        UUID tenant = UUID.randomUUID();
        UUID user = UUID.randomUUID();
        registration.claimedUntil = NOW.plusSeconds(30);
        registration.use(tenant, user, NOW.plusSeconds(10));
        assertThat(registration.tenantId).isEqualTo(tenant);
        assertThat(registration.userId).isEqualTo(user);
        assertThat(registration.usedAt).isEqualTo("2026-02-01T12:00:10.123456Z");
        assertThat(registration.claimedUntil).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', ada, ada@example.com, tenantName",
        "Acme, Ada, ada@example.com, username",
        "Acme, a, ada@example.com, username",
        "Acme, ada, ada, email"
    })
    void registrationWithoutASoundNameOrAddressIsRefused(String tenant, String username, String email, String field) {
        assertThat(Constraints.brokenBy(new Register(tenant, username, email, null, null)))
                .containsExactly(field);
    }
}
