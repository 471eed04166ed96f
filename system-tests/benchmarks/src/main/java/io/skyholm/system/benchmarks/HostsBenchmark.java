package io.skyholm.system.benchmarks;

import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingState;
import io.skyholm.local.process.Footprint;
import io.skyholm.system.benchmarks.measure.Administrator;
import io.skyholm.system.benchmarks.measure.BenchSuite;
import io.skyholm.system.benchmarks.measure.Benchmark;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Many simulated hosts in one process: what they cost, what they do, and what is left of them when their agent is killed. */
final class HostsBenchmark implements Benchmark {

    private static final int INSTANCES = 200;
    private static final Duration SETTLING = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final List<String> SHOWN =
            List.of("host-agent", "kafka", "compute", "network", "connect", "postgres");

    /** Joining is a sign of life by itself; what counts is that a host went on speaking. */
    private static final String ONLINE = "select count(*) from compute_machine where status = 'ACTIVE'"
            + " and last_heartbeat > greatest(created_at + interval '100 ms', timestamptz '%s')";

    private final int hosts = Integer.parseInt(System.getenv("SKYHOLM_LOCAL_HOSTS"));

    @Override
    public void run() throws Exception {
        try (BenchSuite suite = BenchSuite.with(
                        "postgres", "kafka", "connect", "keycloak", "identity", "compute", "network", "gateway");
                ComputeRows rows = new ComputeRows(suite);
                HostsHeard heard = new HostsHeard(suite)) {
            Storm storm = new Storm(suite.port("compute"), new Administrator(suite).token());
            rows.await("select count(*) from network.subnet", 1);
            rows.await("select count(*) from join_token", hosts);
            System.out.printf("%d hosts in one process%n", hosts);
            join(suite, rows);
            rest(suite, rows);
            storm(suite, storm, rows);
            die(suite, rows, heard);
        }
    }

    private void join(BenchSuite suite, ComputeRows rows) throws SQLException {
        long begin = System.nanoTime();
        suite.start("host-agent");
        rows.await(ONLINE.formatted(Instant.EPOCH), hosts);
        System.out.printf("all joined and ONLINE after %.1f s%n", seconds(begin));
    }

    /** What they cost while nobody wants anything of them. */
    private void rest(BenchSuite suite, ComputeRows rows) throws Exception {
        Thread.sleep(SETTLING);
        Map<String, Footprint> before = footprints(suite);
        long beats = heartbeats(rows);
        long begin = System.nanoTime();
        Thread.sleep(IDLE);
        double took = seconds(begin);
        long noted = heartbeats(rows) - beats;
        System.out.printf(
                "%nat rest, over %.0f s: %.0f heartbeats handled a second; %d hosts not ONLINE,"
                        + " the longest silence %d s%n",
                took, noted / took, hosts - rows.number(ONLINE.formatted(Instant.EPOCH)), longestSilence(rows));
        System.out.printf("  %-12s %8s %16s %8s%n", "PART", "MiB PSS", "% of a processor", "THREADS");
        for (Map.Entry<String, Footprint> was : before.entrySet()) {
            String part = was.getKey();
            Footprint is = Footprint.of(suite.process(part));
            Duration busy = is.processorTime().minus(was.getValue().processorTime());
            System.out.printf(
                    "  %-12s %8d %16.1f %8d%n", part, is.memoryMiB(), busy.toMillis() / took / 10, suite.threads(part));
        }
    }

    /** The first instances of hosts that never had one, then as many again: what the first waited for is new or cold. */
    private static void storm(BenchSuite suite, Storm storm, ComputeRows rows) throws SQLException {
        for (int before = 0; before <= INSTANCES; before += INSTANCES) {
            Map<String, Footprint> was = footprints(suite);
            long begin = System.nanoTime();
            storm.ask(INSTANCES);
            double accepted = seconds(begin);
            rows.await("select count(*) from instance where status = 'RUNNING'", before + INSTANCES);
            System.out.printf(
                    "%n%d instances over them: accepted after %.1f s, all RUNNING after %.1f s, from request to RUNNING %s%n",
                    INSTANCES, accepted, seconds(begin), rows.newest(INSTANCES));
            System.out.println(rows.stepsOfNewest(INSTANCES));
            System.out.println("processor seconds: "
                    + was.entrySet().stream()
                            .map(of -> "%s %.1f"
                                    .formatted(of.getKey(), processorSeconds(suite, of.getKey(), of.getValue())))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static double processorSeconds(BenchSuite suite, String part, Footprint was) {
        return Footprint.of(suite.process(part))
                        .processorTime()
                        .minus(was.processorTime())
                        .toMillis()
                / 1e3;
    }

    private void die(BenchSuite suite, ComputeRows rows, HostsHeard heard) throws SQLException {
        Map<UUID, Map<ThingKey, ThingState>> before = heard.inventories(hosts, Instant.now());
        suite.kill("host-agent");
        Instant killed = Instant.now();
        long begin = System.nanoTime();
        suite.start("host-agent");
        rows.await(ONLINE.formatted(killed), hosts);
        System.out.printf("%nkilled and started anew: all ONLINE again after %.1f s", seconds(begin));
        Map<UUID, Map<ThingKey, ThingState>> after = heard.inventories(hosts, killed);
        long things = before.values().stream().mapToLong(Map::size).sum();
        System.out.printf(
                "; the first inventory of each after %.1f s; their %d things are %s%n",
                seconds(begin), things, before.equals(after) ? "as before" : "NOT AS BEFORE");
    }

    private static Map<String, Footprint> footprints(BenchSuite suite) {
        Map<String, Footprint> all = new LinkedHashMap<>();
        SHOWN.forEach(part -> all.put(part, Footprint.of(suite.process(part))));
        return all;
    }

    /** A machine's row changes for hardly anything else. */
    private static long heartbeats(ComputeRows rows) throws SQLException {
        return rows.number("select n_tup_upd from pg_stat_user_tables"
                + " where schemaname = 'compute' and relname = 'compute_machine'");
    }

    private static long longestSilence(ComputeRows rows) throws SQLException {
        return rows.number(
                "select coalesce(extract(epoch from max(now() - last_heartbeat)), 0)::bigint from compute_machine");
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
