package io.skyholm.system.benchmarks;

import io.skyholm.system.benchmarks.audit.AuditBenchmark;
import io.skyholm.system.benchmarks.disk.DiskBenchmark;
import io.skyholm.system.benchmarks.events.EventsBenchmark;
import io.skyholm.system.benchmarks.ipam.IpamBenchmark;
import io.skyholm.system.benchmarks.measure.BenchSuite;
import io.skyholm.system.benchmarks.measure.Benchmark;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Runs a benchmark by its name. */
public final class Benchmarks {

    private static final Map<String, Supplier<Benchmark>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("api", ApiBenchmark::new),
            Map.entry("audit", AuditBenchmark::new),
            Map.entry("disk", DiskBenchmark::new),
            Map.entry("events", EventsBenchmark::new),
            Map.entry("hosts", HostsBenchmark::new),
            Map.entry("housekeeping", HousekeepingBenchmark::new),
            Map.entry("images", ImagesBenchmark::new),
            Map.entry("ipam", IpamBenchmark::new),
            Map.entry("list", ListBenchmark::new),
            Map.entry("placement", PlacementBenchmark::new),
            Map.entry("storm", StormBenchmark::new)));

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
