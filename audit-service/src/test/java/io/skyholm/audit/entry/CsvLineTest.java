package io.skyholm.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.audit.chain.Happened;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A line of CSV has a field for every column. */
class CsvLineTest {

    @Test
    void everyLineHasAFieldForEveryColumn() {
        String line = CsvLine.of(Happened.chain(UUID.randomUUID(), 1).getFirst());
        String quoted = line.replaceAll("\"([^\"]|\"\")*\"", "");
        assertThat(quoted.split(",", -1)).hasSameSizeAs(CsvLine.HEADER.split(",", -1));
        assertThat(line).endsWith("\r\n");
    }
}
