package io.skyholm.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SkyholmTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        return Skyholm.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void everyCommandExplainsItself() {
        for (CommandLine command : Skyholm.commandLine().getSubcommands().values()) {
            for (String option : new String[] {"-h", "--help"}) {
                out.getBuffer().setLength(0);

                assertThat(execute(command.getCommandName(), option))
                        .as(command.getCommandName())
                        .isZero();
                assertThat(out.toString()).contains("Usage: skyholm " + command.getCommandName());
            }
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void soDoTheWholeAndACommandOfACommand() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("Usage: skyholm", "SKYHOLM_DATA", "up");
        assertThat(execute("audit", "verify", "-h")).isZero();
        assertThat(out.toString()).contains("Usage: skyholm audit verify", "--partial");
    }

    @Test
    void theVersionIsThatOfTheCheckout() {
        assertThat(execute("--version")).isZero();
        assertThat(out.toString()).matches("skyholm [0-9]+\\.[0-9]+\\.[0-9]+\\S*\\s*");
    }

    @Test
    void anUnknownModuleIsRefusedWithThoseThereAre() {
        assertThat(execute("test", "nope")).isEqualTo(1);
        assertThat(err.toString()).contains("no module nope", "identity-service", "deploy/local,");
    }
}
