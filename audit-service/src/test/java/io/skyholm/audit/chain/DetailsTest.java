package io.skyholm.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Details have one form, and reading that form gives it again. */
class DetailsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[3, 1.50, 1e400, -0.0, 123456789012345678901234567890, 1E-7]",
                "{\"b\": 1, \"a\": {\"d\": [], \"c\": null}}",
                "{\"a\": 1, \"a\": 2}",
                "\"half \\ud800 pair, whole \\ud83d\\ude00, \\u0000 and \\u2028\"",
                "{\"\\ud800\": 1, \"?\": 2, \"\\udc00x\": 3}"
            })
    void normalFormIsItsOwnNormalForm(String payload) {
        String normal = Details.write(Details.read(payload));
        assertThat(Details.write(Details.read(normal))).isEqualTo(normal);
    }

    @Test
    void numbersStayAsTheyWereWritten() {
        assertThat(Details.write(Details.read("[1.50, 100, 0.1, 12345678901234567890.123456789]")))
                .isEqualTo("[1.50,100,0.1,12345678901234567890.123456789]");
    }

    @Test
    void propertiesAreInTheirOrder() {
        assertThat(Details.write(Details.read("{\"b\": 1, \"a\": {\"d\": 2, \"c\": 3}}")))
                .isEqualTo("{\"a\":{\"c\":3,\"d\":2},\"b\":1}");
    }

    @Test
    void hashesOfKeysAreLeftOutWhereverTheyAre() {
        assertThat(Details.write(Details.read("{\"keyHash\":1,\"keys\":[{\"keyHash\":\"x\",\"name\":\"y\"}]}")))
                .isEqualTo("{\"keys\":[{\"name\":\"y\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "{", "{} {}", "", "{\"a\":\"\u0000\"}"})
    void whatIsNoJsonIsRefused(String payload) {
        assertThatIllegalArgumentException().isThrownBy(() -> Details.read(payload));
    }
}
