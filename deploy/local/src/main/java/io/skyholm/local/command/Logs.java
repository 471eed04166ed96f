package io.skyholm.local.command;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.home.DataDirectory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a part says. */
@Command(name = "logs", description = "Show the log of a part, or of the supervisor or the build.")
final class Logs implements Callable<Integer> {
    private static final long SHOWN = 64L << 10;

    @Parameters(paramLabel = "PART", description = "Such as identity or kafka.")
    private String part = "";

    @Option(names = "-f", description = "Go on showing what is added.")
    private boolean follow;

    @Override
    public Integer call() throws IOException {
        DataDirectory data = DefaultSuite.site().data();
        Path log = data.log(part);
        if (!Files.exists(log)) {
            throw new LaunchProblem("there is no log of " + part, "./skyholm status lists the parts");
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

    private static void show(RandomAccessFile file) throws IOException {
        byte[] piece = new byte[8192];
        for (int read = file.read(piece); read > 0; read = file.read(piece)) {
            System.out.write(piece, 0, read);
        }
        System.out.flush();
    }
}
