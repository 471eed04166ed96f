package io.skyholm.system.benchmarks.ipam;

import io.skyholm.system.benchmarks.measure.BenchSuite;
import io.skyholm.system.benchmarks.measure.Benchmark;
import java.time.Duration;
import java.util.List;

/**
 * Taking addresses by the service's own statement, one each transaction, next to popping rows from a prefilled free list
 * in plain SQL: from one /16 and from 64 subnets, with 1, 8 and 32 clients.
 */
public final class IpamBenchmark implements Benchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration RUN = Duration.ofSeconds(5);
    private static final List<Integer> CLIENTS = List.of(1, 8, 32);

    @Override
    public void run() throws Exception {
        try (BenchSuite suite = BenchSuite.with("postgres")) {
            IpamTables tables = new IpamTables(suite);
            tables.migrate();
            measure(tables, 1, 8, WARM_UP);
            System.out.println("subnets  clients  addresses/s  floor/s  ratio");
            for (int subnets : List.of(1, 64)) {
                for (int clients : CLIENTS) {
                    double[] found = measure(tables, subnets, clients, RUN);
                    System.out.printf(
                            "%7d  %7d  %11.0f  %7.0f  %5.2f%n",
                            subnets, clients, found[0], found[1], found[0] / found[1]);
                }
            }
            System.out.printf("%d addresses were taken, none twice%n", tables.checkedForDuplicates());
        }
    }

    /** The service's rate and the floor's, one after the other on fresh rows. */
    private static double[] measure(IpamTables tables, int subnets, int clients, Duration time) throws Exception {
        double floor = IpamClients.rate(tables, clients, time, tables.prefilled(subnets));
        double claims = IpamClients.rate(tables, clients, time, tables.laidOut(subnets));
        return new double[] {claims, floor};
    }
}
