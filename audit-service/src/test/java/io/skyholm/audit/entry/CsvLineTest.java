package io.skyholm.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.audit.chain.Happened;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line of CSV is read as it was meant, by programs and by spreadsheets. */
class CsvLineTest {

    @Test
    void whatSeparatesIsQuoted() {
        assertThat(CsvLine.field("plain")).isEqualTo("plain");
        assertThat(CsvLine.field("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvLine.field("say \"yes\"")).isEqualTo("\"say \"\"yes\"\"\"");
        assertThat(CsvLine.field("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(CsvLine.field(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@cmd", "\tx"})
    void whatBeginsLikeAFormulaIsText(String formula) {
        assertThat(CsvLine.field(formula)).isEqualTo("'" + formula);
    }

    @Test
    void numbersAreNoFormulas() {
        assertThat(CsvLine.field(-1L)).isEqualTo("-1");
    }

    @Test
    void everyLineHasAFieldForEveryColumn() {
        String line = CsvLine.of(Happened.chain(UUID.randomUUID(), 1).getFirst());
        String quoted = line.replaceAll("\"([^\"]|\"\")*\"", "");
        assertThat(quoted.split(",", -1)).hasSameSizeAs(CsvLine.HEADER.split(",", -1));
        assertThat(line).endsWith("\r\n");
    }
}
