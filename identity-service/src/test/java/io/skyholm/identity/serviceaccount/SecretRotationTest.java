package io.skyholm.identity.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.aggregate.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which secrets and tokens of a service account are good after its secret was rotated. */
class SecretRotationTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:31:12Z");
    private static final Instant REAL = Instant.parse("2026-03-02T09:31:12.400Z");
    private static final Instant NEXT_SECOND = Instant.parse("2026-03-02T09:31:13Z");

    private final Secret first = ClientSecret.make().secret();
    private final Secret second = ClientSecret.make().secret();
    private final Secret third = ClientSecret.make().secret();
    private final ServiceAccount account = new ServiceAccount(
            UUID.randomUUID(),
            new CreateServiceAccount(null, "nightly", null, Set.of("USER"), null),
            first,
            Revision.first(null, NOW));

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none", "0"})
    void secretThatIsReplacedAtOnceEndsWithItsTokens(@Nullable Integer minutes) {
        rotate(second, 0, minutes);
        assertThat(account.secretHash).isEqualTo(second.hash());
        assertThat(account.previousSecretHash).isNull();
        assertThat(account.previousSecretUntil).isNull();
        assertThat(account.secretRotatedAt).isEqualTo(NOW);
        assertThat(account.tokensNotBefore).isEqualTo(NEXT_SECOND);
    }

    @Test
    void secretThatStaysGoodForAWhileKeepsItsTokens() {
        rotate(second, 0, 60);
        assertThat(account.secretHash).isEqualTo(second.hash());
        assertThat(account.previousSecretHash).isEqualTo(first.hash());
        assertThat(account.previousSecretUntil).isEqualTo(after(60));
        assertThat(account.tokensNotBefore).isNull();
    }

    /** After a first rotation that left the first secret good for 60 minutes. */
    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            # minutes later, old secret good for, good until, tokens end
            10,  0, none, true
            10, 60,   70, true
            59,  1,   60, true
            60, 60,  120, false
            90, 60,  150, false
            90,  0, none, true""")
    void secretThatIsReplacedBeforeItsTimeEndsWithTheTokensOfBoth(
            int later, int minutes, @Nullable Integer until, boolean tokensEnd) {
        rotate(second, 0, 60);
        rotate(third, later, minutes);
        assertThat(account.secretHash).isEqualTo(third.hash());
        assertThat(account.previousSecretHash).isEqualTo(until == null ? null : second.hash());
        assertThat(account.previousSecretUntil).isEqualTo(until == null ? null : after(until));
        assertThat(account.tokensNotBefore).isEqualTo(tokensEnd ? NEXT_SECOND : null);
    }

    private void rotate(Secret secret, int later, @Nullable Integer minutes) {
        account.rotate(secret, new RotateSecret(minutes), after(later), REAL);
    }

    private static Instant after(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }
}
