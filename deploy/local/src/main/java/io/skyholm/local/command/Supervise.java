package io.skyholm.local.command;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Patience;
import io.skyholm.local.process.Background;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.Supervisor;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The launcher that stays behind after "up --detach". */
@Command(name = "supervise", hidden = true)
final class Supervise implements Callable<Integer> {

    static void inBackground(Suite suite) {
        Background.start(Self.launch("supervise"), suite.site().data().log("supervisor"));
        if (!Patience.waitUntil(() -> Supervisor.pidFile(suite).living().isPresent(), Duration.ofSeconds(20))) {
            throw new LaunchProblem(
                    "everything runs, but nothing watches over it",
                    "see ./skyholm logs supervisor, then ./skyholm down");
        }
    }

    @Override
    public Integer call() {
        Suite suite = Here.suite();
        Console console = new Console(System.out);
        new Farewell(suite, console).onExit();
        Supervisor.pidFile(suite).write(ProcessHandle.current());
        new Supervisor(suite, console).watch(suite.running());
        return 0;
    }
}
