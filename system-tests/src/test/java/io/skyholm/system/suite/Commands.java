package io.skyholm.system.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs of others that are run against the suite, as a person would from a terminal. */
public final class Commands {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Commands() {}

    /** What came of a command: how it ended, and what it said on both its outputs. */
    public record Outcome(int status, String said) {

        /** The same, if it ended well. */
        public Outcome expectingSuccess() {
            if (status != 0) {
                throw new AssertionError("It ended with " + status + ":\n" + said);
            }
            return this;
        }
    }

    /** Where the checkout is. */
    public static Path root() {
        return ROOT;
    }

    /** Skips a journey that lacks something of others, and says so; where everything is tested ({@code CI} is set) it fails. */
    public static void require(boolean there, String missing) {
        if (there) {
            return;
        }
        if (System.getenv("CI") != null) {
            throw new AssertionError(missing);
        }
        System.getLogger(Commands.class.getName()).log(Level.WARNING, "Skipped: {0}", missing);
        Assumptions.abort(missing);
    }

    /** Whether there is such a program on this machine. */
    public static boolean exists(String program) {
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** The suite's certificate, for programs that read it from a file. */
    public static Path certificate() {
        return RunningSuite.certificate().chain();
    }

    /** Runs it in that folder to its end, for so long at most. */
    public static Outcome run(Path folder, Map<String, String> environment, Duration longest, List<String> command) {
        try {
            Path output = Files.createTempFile("command", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(longest.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            String said = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Outcome(ended ? process.exitValue() : -1, said);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
