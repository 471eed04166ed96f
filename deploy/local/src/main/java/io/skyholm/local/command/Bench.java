package io.skyholm.local.command;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Children;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a benchmark: "start" is the launcher's own, every other is a program in system-tests/benchmarks. */
@Command(name = "bench", description = "Run a benchmark; without a name, list them.")
final class Bench implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Such as start.")
    private String name = "";

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "Arguments of the benchmark.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Site site = DefaultSuite.site();
        Path folder = site.checkout().root().resolve("system-tests/benchmarks");
        if (name.isEmpty()) {
            row("start", "First and second start of the suite: [SERVICES TO ADD]");
            for (Path program : programs(folder)) {
                row(program.getFileName().toString(), description(program));
            }
            return 0;
        }
        return name.equals("start") ? new StartBench(site, replicas()).run() : run(site, folder.resolve(name));
    }

    /** How many services more than there are. */
    private int replicas() {
        String count = arguments.isEmpty() ? "0" : arguments.getFirst();
        if (!count.matches("[0-9]{1,2}")) {
            throw new LaunchProblem(
                    count + " is not a number of services to add", "./skyholm bench start 4 adds four, for example");
        }
        return Integer.parseInt(count);
    }

    private int run(Site site, Path program) throws IOException, InterruptedException {
        if (!Files.isExecutable(program)) {
            throw new LaunchProblem("there is no benchmark " + name, "./skyholm bench lists them");
        }
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("SKYHOLM_ROOT", site.checkout().root().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return Children.start(builder).waitFor();
    }

    private static void row(String name, String description) {
        System.out.printf(Locale.ROOT, "  %-13s %s%n", name, description);
    }

    /** What the first line says that is a comment and no interpreter. */
    static String description(Path program) throws IOException {
        try (Stream<String> lines = Files.lines(program)) {
            return lines.filter(line -> line.startsWith("# "))
                    .map(line -> line.substring(2))
                    .findFirst()
                    .orElse("");
        }
    }

    static List<Path> programs(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + folder, failure);
        }
    }
}
