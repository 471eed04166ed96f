package io.skyholm.compute.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTextTest {

    @ParameterizedTest
    @CsvSource({"1, 'c'", "2, 'b|c'", "3, 'a|b|c'", "9, 'a|b|c'"})
    void theEndOfAConsoleIsItsLastLines(int lines, String expected) {
        assertThat(ConsoleText.end("a\nb\nc", lines)).isEqualTo(expected.replace('|', '\n'));
        assertThat(ConsoleText.end("a\nb\nc\n", lines)).isEqualTo(expected.replace('|', '\n') + "\n");
    }

    @Test
    void emptyLinesAreLines() {
        assertThat(ConsoleText.end("a\n\n\n", 2)).isEqualTo("\n\n");
        assertThat(ConsoleText.end("", 5)).isEmpty();
        assertThat(ConsoleText.end("\n", 1)).isEqualTo("\n");
    }

    @Test
    void whateverBytesAGuestWritesBecomeText() {
        byte[] bytes = "login:\0 \u00e4 \u001b[1m".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(ConsoleText.read(Base64.getEncoder().encodeToString(bytes)))
                .contains("login:\ufffd \ufffd \u001b[1m");
        assertThat(ConsoleText.read("no base64!")).isEmpty();
    }
}
