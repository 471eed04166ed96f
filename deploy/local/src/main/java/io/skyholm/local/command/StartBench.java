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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** Measures the first start, with empty data, and the second, which is what a person meets every day. */
final class StartBench {
    /** For ten parts; each copy of a service that is started besides may take its share. */
    private static final Duration GOAL = Duration.ofSeconds(14);

    private static final Duration GOAL_OF_A_COPY = Duration.ofMillis(1500);
    private static final long GOAL_MIB = 1843;
    private static final long GOAL_MIB_OF_A_COPY = 220;
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final int GOAL_MISSED = 2;

    private final Site site;
    private final Console console = new Console(System.out);

    private final int copies;

    StartBench(Site usual, int copies) {
        this.copies = copies;
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
        Copies more = new Copies(suite, copies);
        CompletableFuture<Void> besides = more.start();
        suite.start(console, suite.names());
        besides.join();
        Duration took = Duration.between(began, Instant.now());
        Patience.pause(SETTLING);
        Footprint total = show(suite, more);
        Duration goal = GOAL.plus(GOAL_OF_A_COPY.multipliedBy(copies));
        long goalMiB = GOAL_MIB + copies * GOAL_MIB_OF_A_COPY;
        System.out.printf(
                Locale.ROOT,
                "  all %d parts ready after %.1f s; goal for every start but the first: %d s and %d MiB%n",
                suite.names().size() + copies,
                took.toMillis() / 1000.0,
                goal.toSeconds(),
                goalMiB);
        more.stop();
        suite.stop(Progress.SILENT);
        return took.compareTo(goal) <= 0 && total.memoryMiB() <= goalMiB;
    }

    private static Footprint show(Suite suite, Copies more) {
        List<Footprint> all = new ArrayList<>();
        System.out.printf(Locale.ROOT, "%n  %-10s %8s %12s%n", "PART", "MiB PSS", "CPU seconds");
        for (String name : suite.running()) {
            suite.part(name).process().map(Footprint::of).ifPresent(one -> row(name, one, all));
        }
        more.show((name, one) -> row(name, one, all));
        Footprint launcher = Footprint.withoutChildren(ProcessHandle.current());
        row("launcher", new Footprint(0, launcher.processorTime()), all);
        Footprint total = all.stream().reduce(new Footprint(0, Duration.ZERO), Footprint::plus);
        row("total", total, all);
        return total;
    }

    private static void row(String name, Footprint cost, List<Footprint> all) {
        all.add(cost);
        double seconds = cost.processorTime().toMillis() / 1000.0;
        System.out.printf(Locale.ROOT, "  %-10s %8d %12.1f%n", name, cost.memoryMiB(), seconds);
    }
}
