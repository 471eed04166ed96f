package io.skyholm.local.command;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.Progress;
import io.skyholm.local.Stopwatch;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Folders;
import io.skyholm.local.home.Ports;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Footprint;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.TrainingRun;
import io.skyholm.local.terminal.Console;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Measures the first start, with empty data, and the second, which is what a person meets every day. */
final class StartBench {

    /** For ten parts; each replica of a service that is started besides may take its share. */
    private static final Duration GOAL = Duration.ofSeconds(14);

    private static final Duration GOAL_OF_A_REPLICA = Duration.ofMillis(1500);
    private static final long GOAL_MIB = 1843;
    private static final long GOAL_MIB_OF_A_REPLICA = 220;

    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final int GOAL_MISSED = 2;

    private final Site site;
    private final Console console = new Console(System.out);
    private final int replicas;

    /**
     * @param replicas how many services there are more than the suite has: replicas of those there are
     */
    StartBench(Site usual, int replicas) {
        this.replicas = replicas;
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
            new TrainingRun(site).run(console);
            return measure(suite, "Second start") ? 0 : GOAL_MISSED;
        } finally {
            suite.close(Progress.SILENT);
            Folders.delete(site.data().root());
        }
    }

    /** Returns whether this start was within the goal. */
    private boolean measure(Suite suite, String title) {
        System.out.printf("%n%s%n", title);
        try (Replicas more = new Replicas(suite, replicas)) {
            Stopwatch began = Stopwatch.started();
            CompletableFuture<Void> besides = more.start();
            suite.start(console, suite.names());
            Replicas.await(besides);
            Duration took = began.elapsed();
            BoundedWait.pause(SETTLING);
            Map<String, Footprint> costs = costs(suite, more);
            Footprint total = costs.values().stream().reduce(new Footprint(0, Duration.ZERO), Footprint::plus);
            show(costs, total);
            return isWithinGoal(took, total);
        } finally {
            suite.stop(Progress.SILENT);
        }
    }

    private boolean isWithinGoal(Duration took, Footprint total) {
        Duration goal = GOAL.plus(GOAL_OF_A_REPLICA.multipliedBy(replicas));
        long goalMiB = GOAL_MIB + replicas * GOAL_MIB_OF_A_REPLICA;
        System.out.printf(
                Locale.ROOT,
                "  all of it ready after %.1f s; goal for every start but the first: %d s and %d MiB%n",
                took.toMillis() / 1000.0,
                goal.toSeconds(),
                goalMiB);
        return took.compareTo(goal) <= 0 && total.memoryMiB() <= goalMiB;
    }

    private static Map<String, Footprint> costs(Suite suite, Replicas more) {
        Map<String, Footprint> costs = new LinkedHashMap<>();
        for (String name : suite.running()) {
            suite.part(name).process().ifPresent(process -> costs.put(name, Footprint.of(process)));
        }
        costs.putAll(more.costs());
        Footprint launcher = Footprint.withoutChildren(ProcessHandle.current());
        costs.put("launcher", new Footprint(0, launcher.processorTime()));
        return costs;
    }

    private static void show(Map<String, Footprint> costs, Footprint total) {
        System.out.printf(Locale.ROOT, "%n  %-10s %8s %12s%n", "PART", "MiB PSS", "CPU seconds");
        costs.forEach(StartBench::row);
        row("total", total);
    }

    private static void row(String name, Footprint cost) {
        double seconds = cost.processorTime().toMillis() / 1000.0;
        System.out.printf(Locale.ROOT, "  %-10s %8d %12.1f%n", name, cost.memoryMiB(), seconds);
    }
}
