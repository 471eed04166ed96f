package io.skyholm.local.command;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.Stopwatch;
import io.skyholm.local.process.Signal;
import io.skyholm.local.suite.RunningPart;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.SuiteLock;
import io.skyholm.local.suite.Supervisor;
import io.skyholm.local.suite.TrainingRun;
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
        Suite suite = DefaultSuite.suite();
        // Caches are made of what was up to its end; a training that runs has just been ended, and is not begun again.
        if (stop(suite, () -> {})) {
            Assemble.inBackground(suite.site());
        }
        return 0;
    }

    /**
     * Stops everything, does what is to be done while nothing runs, and lets nobody start anything until then. Tells whether
     * this was the end of a suite that was up, and of nothing else.
     */
    static boolean stop(Suite suite, Runnable then) {
        return SuiteLock.toStop(suite.site().data(), LIMIT, Down::end).alone(() -> {
            boolean wasUp = stop(suite);
            then.run();
            return wasUp;
        });
    }

    private static void end(ProcessHandle starting) {
        System.out.println("Ending the start that process " + starting.pid() + " makes ...");
        Signal.TERM.send(starting);
    }

    /** The supervisor stops what it watches; we do the rest, which is all of it if there is no supervisor. */
    private static boolean stop(Suite suite) {
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
        boolean trained = new TrainingRun(suite.site()).end();
        if (trained) {
            System.out.println("Ended the second suite, which made caches for faster starts.");
        } else if (watching.isEmpty() && suite.running().isEmpty()) {
            System.out.println("Nothing runs.");
        }
        suite.close(console);
        return watching.isPresent() && !trained;
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
