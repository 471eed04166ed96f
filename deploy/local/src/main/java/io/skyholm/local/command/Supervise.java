package io.skyholm.local.command;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.process.Background;
import io.skyholm.local.process.Launch;
import io.skyholm.local.process.PidFile;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.Supervisor;
import io.skyholm.local.terminal.Console;
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

    /** What ends it more often than that will do so again. */
    private static final int RETURNS = 20;

    @Parameters(paramLabel = "PART", description = "What to watch.")
    private List<String> names = List.of();

    @Option(names = "--after", paramLabel = "PID", description = "Who watches until then.")
    private long predecessor;

    static void inBackground(Suite suite, Collection<String> names) {
        PidFile pidFile = Supervisor.pidFile(suite);
        ProcessHandle self = ProcessHandle.current();
        pidFile.write(self);
        Stream<String> arguments = Stream.concat(Stream.of("supervise", "--after=" + self.pid()), names.stream());
        Launch returning =
                LauncherCommand.launch(arguments.toArray(String[]::new)).againWhenKilled(RETURNS);
        Background.start(returning, suite.site().data().log("supervisor"));
        if (!BoundedWait.waitUntil(
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

    /** While it was away after a KILL, the suite may have been brought down, or up by somebody who watches it now. */
    @Override
    public Integer call() {
        Suite suite = DefaultSuite.suite();
        PidFile pidFile = Supervisor.pidFile(suite);
        ProcessHandle self = ProcessHandle.current();
        if (isSomebodyElse(pidFile) || !pidFile.takeOver(self)) {
            return 0;
        }
        Console console = new Console(System.out);
        ShutdownHook shutdownHook = new ShutdownHook(suite, console);
        shutdownHook.onExit();
        new Supervisor(suite, console).watch(names, () -> pidFile.names(self));
        // Whoever brings the suite down, or watches it now, needs no help.
        shutdownHook.cancel();
        return 0;
    }

    private boolean isSomebodyElse(PidFile pidFile) {
        return pidFile.living()
                .filter(watching -> watching.pid() != predecessor)
                .isPresent();
    }
}
