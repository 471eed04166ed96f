package io.skyholm.local.process;

import io.skyholm.local.LaunchProblem;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A command that is run to its end, with what it said. */
public record Command(int exitCode, String output) {

    /** How a process comes to be. */
    @FunctionalInterface
    private interface Start {
        Process of(ProcessBuilder builder) throws IOException;
    }

    /** Runs it in the given folder; the output holds both streams. It ends with this process, and all it started with it. */
    public static Command run(Launch launch) {
        return run(launch, _ -> {});
    }

    /** The same for one that takes long: each line is told as it comes. */
    public static Command run(Launch launch, Consumer<String> line) {
        return run(launch, Children::startTree, line);
    }

    /** The same for what is done while this process ends. */
    static Command runWhileEnding(Launch launch) {
        return run(launch, ProcessBuilder::start, _ -> {});
    }

    private static Command run(Launch launch, Start start, Consumer<String> line) {
        try {
            ProcessBuilder builder = new ProcessBuilder(launch.command())
                    .directory(launch.folder().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true);
            builder.environment().putAll(launch.environment());
            Process process = start.of(builder);
            StringBuilder output = new StringBuilder();
            try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                reader.lines().forEach(each -> {
                    output.append(each).append(System.lineSeparator());
                    line.accept(each);
                });
            }
            return new Command(process.waitFor(), output.toString());
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
