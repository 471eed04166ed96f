package io.skyholm.local.process;

import io.skyholm.local.LaunchProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts processes that outlive the launcher and do not hear the Ctrl-C meant for it. */
public final class Background {
    private static final long LARGEST_LOG = 16L << 20;

    /** The C library keeps freed memory for each of its arenas, and makes eight for each processor where threads are many. */
    private static final Map<String, String> FEW_ARENAS = Map.of("MALLOC_ARENA_MAX", "2");

    private Background() {}

    public static ProcessHandle start(Launch launch, Path log) {
        try {
            Files.createDirectories(launch.folder());
            rotate(log);
            ProcessBuilder builder = new ProcessBuilder(ownSession(launch.command()))
                    .directory(launch.folder().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            FEW_ARENAS.forEach(builder.environment()::putIfAbsent);
            builder.environment().putAll(launch.environment());
            return builder.start().toHandle();
        } catch (IOException failure) {
            throw new LaunchProblem(
                    "cannot run " + launch.command().getFirst() + ": " + failure.getMessage(),
                    "install what is missing, then try again",
                    failure);
        }
    }

    /** A session of its own keeps the terminal's signals away; setsid becomes the command, so the pid stays. */
    private static List<String> ownSession(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (Command.isInstalled("setsid")) {
            whole.add("setsid");
        }
        whole.addAll(command);
        return whole;
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
