package io.skyholm.local.command;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.process.Signal;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.Supervisor;
import io.skyholm.local.terminal.Console;
import java.time.Duration;
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
        Optional<ProcessHandle> watching = Supervisor.pidFile(suite).living();
        // First of all: a supervisor that is about to return after a KILL finds nothing that it could take over.
        Supervisor.pidFile(suite).delete();
        watching.ifPresent(process -> {
            System.out.println("Stopping ...");
            Signal.TERM.send(process);
            BoundedWait.waitUntil(() -> !process.isAlive(), LIMIT);
        });
        if (watching.isEmpty() && suite.running().isEmpty()) {
            System.out.println("Nothing runs.");
        }
        suite.close(new Console(System.out));
        Assemble.inBackground(suite.site());
    }
}
