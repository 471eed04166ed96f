package io.skyholm.local.command;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.home.DataDirectory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a part says. */
@Command(name = "logs", description = "Show the log of a part, or of the supervisor or the build.")
final class Logs implements Callable<Integer> {
    private static final long SHOWN = 64L << 10;

    @Parameters(
            paramLabel = "PART",
            arity = "0..1",
            description = "Such as identity or kafka; without one, they are listed.")
    private String part = "";

    @Option(names = "-f", description = "Go on showing what is added.")
    private boolean follow;

    @Override
    public Integer call() throws IOException {
        DataDirectory data = DefaultSuite.site().data();
        if (part.isEmpty()) {
            parts(data).forEach(System.out::println);
            return 0;
        }
        Path log = data.log(part);
        if (!Files.exists(log)) {
            throw new LaunchProblem("there is no log of " + part, "./skyholm logs lists those there are");
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - SHOWN));
            show(file);
            while (follow) {
                BoundedWait.pause(Duration.ofMillis(200));
                show(file);
            }
        }
        return 0;
    }

    static List<String> parts(DataDirectory data) throws IOException {
        Path folder = data.log("any").resolveSibling("");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList();
        }
    }

    private static void show(RandomAccessFile file) throws IOException {
        byte[] piece = new byte[8192];
        for (int read = file.read(piece); read > 0; read = file.read(piece)) {
            System.out.write(piece, 0, read);
        }
        System.out.flush();
    }
}
