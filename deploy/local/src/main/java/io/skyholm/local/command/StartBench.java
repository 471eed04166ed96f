package io.skyholm.local.command;

import io.skyholm.local.Patience;
import io.skyholm.local.Progress;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Folders;
import io.skyholm.local.home.Ports;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Footprint;
import io.skyholm.local.suite.Rehearsal;
import io.skyholm.local.suite.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Measures the first start, with empty data, and the second, which is what a person meets every day. */
final class StartBench {
    private static final Duration GOAL = Duration.ofSeconds(20);
    private static final long GOAL_MIB = 2048;
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final int GOAL_MISSED = 2;

    private final Site site;
    private final Console console = new Console(System.out);

    StartBench(Site usual) {
        DataDirectory data = new DataDirectory(usual.generated().resolve("bench"));
        this.site = new Site(usual.checkout(), usual.generated(), data, Ports.free());
    }

    int run() {
        Folders.delete(site.data().root());
        Suite suite = new Suite(site);
        new Build(site, console).changedOf(suite.names());
        suite.names().forEach(name -> suite.part(name).part().prepare(console));
        try {
            measure(suite, "First start (empty data)");
            System.out.printf("%nCaches that are missing, made in the background otherwise%n");
            new Rehearsal(site).run(console);
            return measure(suite, "Second start") ? 0 : GOAL_MISSED;
        } finally {
            suite.close(Progress.SILENT);
            Folders.delete(site.data().root());
        }
    }

    /** Returns whether this start was within the goal. */
    private boolean measure(Suite suite, String title) {
        System.out.printf("%n%s%n", title);
        Instant began = Instant.now();
        suite.start(console, suite.names());
        Duration took = Duration.between(began, Instant.now());
        Patience.pause(SETTLING);
        Footprint total = show(suite);
        System.out.printf(
                Locale.ROOT,
                "  all parts ready after %.1f s; goal for every start but the first: %d s and %d MiB%n",
                took.toMillis() / 1000.0,
                GOAL.toSeconds(),
                GOAL_MIB);
        suite.stop(Progress.SILENT);
        return took.compareTo(GOAL) <= 0 && total.memoryMiB() <= GOAL_MIB;
    }

    private static Footprint show(Suite suite) {
        Footprint total = new Footprint(0, Duration.ZERO);
        System.out.printf(Locale.ROOT, "%n  %-10s %8s %12s%n", "PART", "MiB PSS", "CPU seconds");
        for (String name : suite.running()) {
            Footprint one = suite.part(name).process().map(Footprint::of).orElse(total);
            total = total.plus(one);
            row(name, one);
        }
        row("total", total);
        return total;
    }

    private static void row(String name, Footprint cost) {
        double seconds = cost.processorTime().toMillis() / 1000.0;
        System.out.printf(Locale.ROOT, "  %-10s %8d %12.1f%n", name, cost.memoryMiB(), seconds);
    }
}
