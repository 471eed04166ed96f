package io.skyholm.audit.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which months are past retention, and when a month is. */
class DueMonthTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:00:00Z, 12, 2025-03-01",
        "2026-03-31T23:59:59.999Z, 12, 2025-03-01",
        "2026-03-31T23:59:59Z, 1, 2026-02-01",
        "2026-01-15T12:00:00Z, 1, 2025-12-01",
        "2026-01-15T12:00:00Z, 0, 2026-01-01"
    })
    void soManyMonthsBeforeThisOneAreKept(Instant now, int months, LocalDate kept) {
        assertThat(DueMonth.keptFrom(now, months)).isEqualTo(kept);
    }

    @Test
    void monthIsFromItsFirstMomentToThatOfTheNext() {
        DueMonth december = new DueMonth(LocalDate.of(2025, 12, 1), null, null);
        assertThat(december.begins()).isEqualTo("2025-12-01T00:00:00Z");
        assertThat(december.ends()).isEqualTo("2026-01-01T00:00:00Z");
    }
}
