package io.skyholm.local.process;

import io.skyholm.local.LaunchProblem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A command that is run to its end, with what it said. */
public record Command(int exitCode, String output) {

    /** Runs it in the given folder; the output holds both streams. */
    public static Command run(Launch launch) {
        try {
            ProcessBuilder builder = new ProcessBuilder(launch.command())
                    .directory(launch.folder().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true);
            builder.environment().putAll(launch.environment());
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output);
        } catch (IOException failure) {
            throw new LaunchProblem(
                    "cannot run " + launch.command().getFirst() + ": " + failure.getMessage(),
                    "install it, or put it on the PATH",
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    public boolean worked() {
        return exitCode == 0;
    }

    /** Whether the PATH has a program of this name. */
    public static boolean isInstalled(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
