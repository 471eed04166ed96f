package io.skyholm.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BenchTest {

    @Test
    void aNumberOfServicesThatIsNoneIsExplained() {
        StringWriter said = new StringWriter();

        int code = Skyholm.commandLine().setErr(new PrintWriter(said)).execute("bench", "start", "x");

        assertThat(code).isEqualTo(1);
        assertThat(said.toString())
                .contains("x is not a number of services", "bench start 4")
                .doesNotContain("\tat ");
    }
}
