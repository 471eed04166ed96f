package io.skyholm.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    @Test
    void aGenerationIsWrittenInQuotes() {
        assertThat(EntityTag.of(7)).isEqualTo("\"7\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\"", " \"7\" "})
    void theseAllowAChangeOfTheSeventh(String ifMatch) {
        assertThat(EntityTag.matches(ifMatch, 7)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "", "\"77\"", ","})
    void theseDoNot(String ifMatch) {
        assertThat(EntityTag.matches(ifMatch, 7)).isFalse();
    }
}
