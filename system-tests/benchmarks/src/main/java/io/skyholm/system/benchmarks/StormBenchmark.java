package io.skyholm.system.benchmarks;

import io.skyholm.system.benchmarks.measure.Administrator;
import io.skyholm.system.benchmarks.measure.BenchSuite;
import io.skyholm.system.benchmarks.measure.Benchmark;

/** Three hundred instances asked for at once, until all of them run on simulated hosts with an address of their own. */
final class StormBenchmark implements Benchmark {

    private static final int INSTANCES = 300;
    private static final int HOSTS = 20;

    @Override
    public void run() throws Exception {
        try (BenchSuite suite = BenchSuite.with(
                        "postgres",
                        "kafka",
                        "connect",
                        "keycloak",
                        "identity",
                        "compute",
                        "network",
                        "gateway",
                        "host-agent");
                ComputeRows rows = new ComputeRows(suite)) {
            Storm storm = new Storm(suite.port("compute"), new Administrator(suite).token());
            rows.await("select count(*) from compute_machine where last_heartbeat is not null", HOSTS);
            rows.await("select count(*) from network.subnet", 1);
            run("the first, cold", storm, rows);
            run("the second", storm, rows);
        }
    }

    private static void run(String name, Storm storm, ComputeRows rows) throws Exception {
        long before = rows.number("select count(*) from instance where status = 'RUNNING'");
        long begin = System.nanoTime();
        storm.ask(INSTANCES);
        double accepted = (System.nanoTime() - begin) / 1e9;
        rows.await("select count(*) from instance where status = 'RUNNING'", before + INSTANCES);
        double running = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%s: %d accepted after %.1f s, all RUNNING after %.1f s%n", name, INSTANCES, accepted, running);
        System.out.println("one by one: " + rows.newest(INSTANCES));
        if (rows.number("select count(*) - count(distinct ip_address) from network.ip_address"
                        + " where status = 'ALLOCATED'")
                > 0) {
            throw new IllegalStateException("An address was given twice");
        }
    }
}
