package io.skyholm.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.problem.Problem;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        Cursor cursor = Cursor.after(UUID.randomUUID());
        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @Test
    void itsTextFitsIntoAQueryAsItIs() {
        assertThat(Cursor.after(new UUID(-1, -1)).text()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ä"})
    void whatWasNeverWrittenIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.parse(text))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.detail()).startsWith("cursor "));
    }
}
