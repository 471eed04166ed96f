package io.skyholm.local.command;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Patience;
import io.skyholm.local.process.Background;
import io.skyholm.local.process.Launch;
import io.skyholm.local.process.PidFile;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.Supervisor;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The launcher that stays behind after "up --detach". */
@Command(name = "supervise", hidden = true)
final class Supervise implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Parameters(paramLabel = "PART", description = "What to watch.")
    private List<String> names = List.of();

    @Option(names = "--after", paramLabel = "PID", description = "Who watches until then.")
    private long predecessor;

    static void inBackground(Suite suite, Collection<String> names) {
        PidFile pidFile = Supervisor.pidFile(suite);
        ProcessHandle self = ProcessHandle.current();
        pidFile.write(self);
        Stream<String> arguments = Stream.concat(Stream.of("supervise", "--after=" + self.pid()), names.stream());
        Launch returning = Self.launch(arguments.toArray(String[]::new)).againWhenKilled();
        Background.start(returning, suite.site().data().log("supervisor"));
        if (!Patience.waitUntil(
                () -> pidFile.living()
                        .filter(watching -> !watching.equals(self))
                        .isPresent(),
                LIMIT)) {
            pidFile.delete();
            throw new LaunchProblem(
                    "everything runs, but nothing watches over it",
                    "see ./skyholm logs supervisor, then ./skyholm down");
        }
    }

    @Override
    public Integer call() {
        Suite suite = Here.suite();
        if (isReplaced(Supervisor.pidFile(suite))) {
            return 0;
        }
        Console console = new Console(System.out);
        new Farewell(suite, console).onExit();
        Supervisor.pidFile(suite).write(ProcessHandle.current());
        new Supervisor(suite, console).watch(names);
        return 0;
    }

    /** While this one was away after a KILL, the suite may have been brought down, or up by somebody who watches it now. */
    private boolean isReplaced(PidFile pidFile) {
        return !Files.exists(pidFile.file())
                || pidFile.living()
                        .filter(watching -> watching.pid() != predecessor)
                        .isPresent();
    }
}
