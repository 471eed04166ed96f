package io.skyholm.local.command;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.Stopwatch;
import io.skyholm.local.suite.RunningPart;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.terminal.Console;
import io.skyholm.local.terminal.Welcome;
import java.time.Duration;
import java.util.List;

/** What "up" does when everything is up already: builds what changed, and gives those parts a new start. */
record Renewal(Suite suite, Console console) {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    int run(ProcessHandle supervisor) {
        System.out.println("Already up, watched over by process " + supervisor.pid() + ".");
        List<String> built = new Build(suite.site(), console).changedOf(suite.running());
        for (String name : built) {
            renew(suite.part(name));
        }
        System.out.println(Welcome.to(suite));
        Assemble.inBackground(suite.site());
        return 0;
    }

    /** Stopping is enough: the supervisor starts it again, from the new jars. */
    private void renew(RunningPart part) {
        Stopwatch began = Stopwatch.started();
        suite.stop(part.name());
        boolean ready = BoundedWait.waitUntil(
                () -> part.process().isPresent() && part.part().isReady(), LIMIT);
        console.done(part.name(), ready ? "started anew" : "did not come back", began.elapsed());
    }
}
