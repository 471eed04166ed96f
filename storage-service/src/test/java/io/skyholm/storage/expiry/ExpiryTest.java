package io.skyholm.storage.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Refused;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When something ends by its owner's choice. */
class ExpiryTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));
    private static final Duration NOTICE = Duration.ofDays(3);

    private final Expiry expiry = new Expiry();

    @Test
    void whatHasNoTimeStays() {
        assertThat(expiry.move(LATER, NOTICE)).isEqualTo(ExpiryMove.REST);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T11:59:59Z, false, REST",
        "2026-03-28T12:00:00Z, false, TELL",
        "2026-03-28T12:00:00Z, true, REST",
        "2026-03-31T11:59:59Z, false, TELL",
        "2026-03-31T12:00:00Z, true, END",
        "2026-03-31T12:00:00Z, false, END"
    })
    void itsOwnerIsToldOnceBeforeItEnds(Instant now, boolean isTold, ExpiryMove due) {
        expiry.change(LATER, NOW);
        if (isTold) {
            expiry.told();
        }
        assertThat(expiry.move(now, NOTICE)).isEqualTo(due);
    }

    @Test
    void itsOwnerIsToldOfAnotherTimeAnew() {
        expiry.change(NOW.plusSeconds(60), NOW);
        expiry.told();
        expiry.change(NOW.plusSeconds(60), NOW);
        assertThat(expiry.move(NOW, NOTICE)).isEqualTo(ExpiryMove.REST);
        expiry.change(NOW.plusSeconds(120), NOW);
        assertThat(expiry.move(NOW, NOTICE)).isEqualTo(ExpiryMove.TELL);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void nothingExpiresInThePast(int seconds) {
        Refused.forField("expiresAt", () -> expiry.change(NOW.plusSeconds(seconds), NOW));
        assertThat(expiry.expiresAt()).isNull();
    }

    @Test
    void whatHasExpiredKeepsItsTimeWhenItIsSaidAgain() {
        expiry.change(LATER, NOW);
        expiry.change(LATER, LATER.plusSeconds(1));
        assertThat(expiry.expiresAt()).isEqualTo(LATER);
    }

    @Test
    void whatKeepsItIsToldOnceAndForgottenWithItsTime() {
        expiry.change(LATER, NOW);
        assertThat(expiry.block("It is attached")).isTrue();
        assertThat(expiry.block("It is attached")).isFalse();
        assertThat(expiry.block("It has snapshots")).isTrue();
        assertThat(expiry.expiryBlocker()).isEqualTo("It has snapshots");
        expiry.change(null, LATER);
        assertThat(expiry.expiryBlocker()).isNull();
        assertThat(expiry.move(LATER, NOTICE)).isEqualTo(ExpiryMove.REST);
    }

    @Test
    void aTimeIsAsExactAsTheDatabaseKeepsIt() {
        expiry.change(LATER.plusNanos(1_234), NOW);
        assertThat(expiry.expiresAt()).isEqualTo(LATER.plusNanos(1_000));
    }
}
