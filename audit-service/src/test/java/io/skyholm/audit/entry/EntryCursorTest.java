package io.skyholm.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.skyholm.runtime.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor comes back as the place that it was given for. */
class EntryCursorTest {

    @Test
    void placeIsReadFromItsText() {
        EntryCursor cursor = new EntryCursor(Instant.parse("2026-02-01T12:00:00.123456Z"), UUID.randomUUID());
        assertThat(EntryCursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA"})
    void otherTextsAreRefused(String text) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> EntryCursor.parse(text))
                .withMessageContaining("cursor");
    }
}
