package io.skyholm.compute.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.join.JoinHost.Proof;
import io.skyholm.compute.join.JoinToken.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a join token is good for, and for how long. */
class JoinTokenTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final String KEY = "key";

    private final JoinToken token = new JoinToken(
            TokenText.fresh(), new CreateJoinToken(UUID.randomUUID(), 60, null, null, List.of()), null, NOW);

    @Test
    void itIsGoodForOneJoinUntilItExpires() {
        assertThat(token.verdict(KEY, Proof.HELD, NOW.plusSeconds(59))).isEqualTo(Verdict.JOIN);
        assertThat(token.verdict(KEY, Proof.NONE, NOW.plusSeconds(59)))
                .as("agents older than host encryption do not sign")
                .isEqualTo(Verdict.JOIN);
        assertThat(token.verdict(KEY, Proof.HELD, NOW.plusSeconds(60))).isEqualTo(Verdict.REFUSE);
    }

    @Test
    void whoJoinsAgainHasToShowThatItIsThatHost() {
        token.use(KEY, UUID.randomUUID(), NOW);
        Instant later = NOW.plus(Duration.ofDays(400));
        assertThat(token.verdict(KEY, Proof.HELD, later)).isEqualTo(Verdict.REPEAT);
        assertThat(token.verdict(KEY, Proof.NONE, NOW)).isEqualTo(Verdict.REFUSE);
        assertThat(token.verdict("another", Proof.HELD, NOW)).isEqualTo(Verdict.REFUSE);
    }

    @Test
    void whoSignsWronglyIsRefusedAlsoTheFirstTime() {
        assertThat(token.verdict(KEY, Proof.WRONG, NOW)).isEqualTo(Verdict.REFUSE);
        token.use(KEY, UUID.randomUUID(), NOW);
        assertThat(token.verdict(KEY, Proof.WRONG, NOW)).isEqualTo(Verdict.REFUSE);
    }

    @Test
    void whatIsRevokedIsGoodForNothing() {
        token.revoke(NOW);
        assertThat(token.verdict(KEY, Proof.HELD, NOW)).isEqualTo(Verdict.REFUSE);
        assertThat(token.generation()).isEqualTo(2);
    }

    @Test
    void localHostsDeriveTheSameTokenAsWe() {
        assertThat(TokenText.ofLocalHost("secret", 1)).isEqualTo(TokenText.ofLocalHost("secret", 1));
        assertThat(TokenText.ofLocalHost("secret", 1).text())
                .isEqualTo("shj_26b280ec9cffe89797ede29bc9e8a3c1215d1eed64e7269f37a4789681ac71ad")
                .isNotEqualTo(TokenText.ofLocalHost("secret", 2).text());
    }
}
