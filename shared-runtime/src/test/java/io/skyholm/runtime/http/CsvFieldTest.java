package io.skyholm.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A field of CSV is read as it was meant, by programs and by spreadsheets. */
class CsvFieldTest {

    @Test
    void whatSeparatesIsQuoted() {
        assertThat(CsvField.of("plain")).isEqualTo("plain");
        assertThat(CsvField.of("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvField.of("say \"yes\"")).isEqualTo("\"say \"\"yes\"\"\"");
        assertThat(CsvField.of("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(CsvField.of(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@cmd", "\tx"})
    void whatBeginsLikeAFormulaIsText(String formula) {
        assertThat(CsvField.of(formula)).isEqualTo("'" + formula);
    }

    @Test
    void numbersAreNoFormulas() {
        assertThat(CsvField.of(-1L)).isEqualTo("-1");
    }
}
