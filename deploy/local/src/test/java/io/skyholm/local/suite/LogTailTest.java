package io.skyholm.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogTailTest {
    @Test
    void theFirstErrorMattersAndItsStackDoesNot() {
        String shown = LogTail.matter(List.of(
                "INFO starting",
                "ERROR cannot bind",
                "java.net.BindException: Address already in use",
                "\tat java.base/sun.nio.ch.Net.bind0(Native Method)",
                "\t... 12 more",
                "Caused by: something"));

        assertThat(shown)
                .contains("ERROR cannot bind", "BindException", "Caused by")
                .doesNotContain("INFO", "Native");
    }

    @Test
    void withoutAnErrorTheLastLinesMustDo() {
        List<String> log = IntStream.rangeClosed(1, 100)
                .mapToObj(number -> "line " + number)
                .toList();

        assertThat(LogTail.matter(log)).contains("line 100", "line 86").doesNotContain("line 85");
    }
}
