package io.skyholm.local.command;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.Stopwatch;
import io.skyholm.local.process.Signal;
import io.skyholm.local.suite.RunningPart;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.Supervisor;
import io.skyholm.local.terminal.Console;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops everything. */
@Command(name = "down", description = "Stop everything; the data stays.")
final class Down implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Override
    public Integer call() {
        stop(DefaultSuite.suite());
        return 0;
    }

    /** The supervisor stops what it watches; we do the rest, which is all of it if there is no supervisor. */
    static void stop(Suite suite) {
        Console console = new Console(System.out);
        Optional<ProcessHandle> watching = Supervisor.pidFile(suite).living();
        // First of all: a supervisor that is about to return after a KILL finds nothing that it could take over.
        Supervisor.pidFile(suite).delete();
        watching.ifPresent(process -> {
            System.out.println("Stopping ...");
            Stopwatch began = Stopwatch.started();
            List<String> left = new ArrayList<>(suite.running());
            Signal.TERM.send(process);
            BoundedWait.waitUntil(
                    () -> {
                        boolean isOver = !process.isAlive();
                        left.removeIf(name -> hasStopped(suite.part(name), began, console));
                        return isOver || left.isEmpty();
                    },
                    LIMIT);
            BoundedWait.waitUntil(() -> !process.isAlive(), LIMIT);
        });
        if (watching.isEmpty() && suite.running().isEmpty()) {
            System.out.println("Nothing runs.");
        }
        suite.close(console);
        Assemble.inBackground(suite.site());
    }

    /** Says so: what the supervisor says of it goes to its log. */
    private static boolean hasStopped(RunningPart part, Stopwatch began, Console console) {
        boolean stopped = part.process().isEmpty();
        if (stopped) {
            console.done(part.name(), "stopped", began.elapsed());
        }
        return stopped;
    }
}
