package io.skyholm.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.home.Checkout;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void eachIsDescribedInAFewWords() throws IOException {
        List<Path> programs = Bench.programs(Checkout.find().root().resolve("system-tests/benchmarks"));

        assertThat(programs).hasSizeGreaterThan(10);
        for (Path program : programs) {
            assertThat(Bench.description(program)).as(program.toString()).hasSizeBetween(10, 70);
        }
    }
}
