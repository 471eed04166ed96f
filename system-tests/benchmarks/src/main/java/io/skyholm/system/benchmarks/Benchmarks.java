package io.skyholm.system.benchmarks;

import io.skyholm.system.benchmarks.audit.AuditBenchmark;
import io.skyholm.system.benchmarks.events.EventsBenchmark;
import io.skyholm.system.benchmarks.ipam.IpamBenchmark;
import io.skyholm.system.benchmarks.measure.BenchSuite;
import io.skyholm.system.benchmarks.measure.Benchmark;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Runs a benchmark by its name. */
public final class Benchmarks {

    private static final Map<String, Supplier<Benchmark>> ALL = new TreeMap<>(Map.of(
            "api", ApiBenchmark::new,
            "audit", AuditBenchmark::new,
            "events", EventsBenchmark::new,
            "hosts", HostsBenchmark::new,
            "housekeeping", HousekeepingBenchmark::new,
            "images", ImagesBenchmark::new,
            "ipam", IpamBenchmark::new,
            "list", ListBenchmark::new,
            "placement", PlacementBenchmark::new,
            "storm", StormBenchmark::new));

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Supplier<Benchmark> chosen = arguments.length == 1 ? ALL.get(arguments[0]) : null;
        if (chosen == null) {
            System.err.println("Choose one of " + String.join(", ", ALL.keySet()));
            System.exit(2);
            return;
        }
        chosen.get().run();
        BenchSuite.makeCachesForTheNext();
        System.exit(0);
    }
}
