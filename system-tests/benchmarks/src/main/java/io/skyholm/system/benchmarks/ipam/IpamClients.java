package io.skyholm.system.benchmarks.ipam;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Clients that take one address after the other, each on a connection of its own. */
final class IpamClients {

    private static final int WARM_UP = 100;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private IpamClients() {}

    /** How an address is taken. */
    interface Taking {

        /** The statement, whose first column is not null when there was one. */
        String sql();

        /** Fills in the parameters of the next one. */
        void fill(PreparedStatement statement, long number) throws SQLException;
    }

    /** Addresses per second of all clients together; fails when one finds none. Connections are used before the clock starts. */
    static double rate(IpamTables tables, int clients, Duration time, Taking taking) throws Exception {
        CyclicBarrier ready = new CyclicBarrier(clients + 1);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Long>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                long first = (long) client << 32;
                running.add(threads.submit(() -> take(tables, first, ready, time, taking)));
            }
            ready.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            long begin = System.nanoTime();
            long taken = 0;
            for (Future<Long> one : running) {
                taken += one.get();
            }
            return taken / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static long take(IpamTables tables, long first, CyclicBarrier ready, Duration time, Taking taking)
            throws Exception {
        long taken = 0;
        try (Connection connection = tables.asService();
                PreparedStatement statement = connection.prepareStatement(taking.sql())) {
            while (taken < WARM_UP) {
                takeOne(statement, first + taken++, taking);
            }
            ready.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                takeOne(statement, first + taken++, taking);
            }
        }
        return taken - WARM_UP;
    }

    private static void takeOne(PreparedStatement statement, long number, Taking taking) throws SQLException {
        taking.fill(statement, number);
        try (ResultSet found = statement.executeQuery()) {
            if (!found.next() || found.getString(1) == null) {
                throw new IllegalStateException("No address was left: " + number);
            }
        }
    }
}
