package io.skyholm.system.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that take one address after the other, each on a connection of its own. */
final class IpamClients {

    private IpamClients() {}

    /** How an address is taken. */
    interface Taking {

        /** The statement, whose first column is not null when there was one. */
        String sql();

        /** Fills in the parameters of the next one. */
        void fill(PreparedStatement statement, long number) throws SQLException;
    }

    /** Addresses per second of all clients together; fails when one finds none. */
    static double rate(IpamTables tables, int clients, Duration time, Taking taking) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            long begin = System.nanoTime();
            List<Future<Long>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                long first = (long) client << 32;
                running.add(threads.submit(() -> take(tables, first, begin + time.toNanos(), taking)));
            }
            long taken = 0;
            for (Future<Long> one : running) {
                taken += one.get();
            }
            return taken / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static long take(IpamTables tables, long first, long end, Taking taking) throws SQLException {
        long taken = 0;
        try (Connection connection = tables.asService();
                PreparedStatement statement = connection.prepareStatement(taking.sql())) {
            while (System.nanoTime() < end) {
                taking.fill(statement, first + taken);
                try (ResultSet found = statement.executeQuery()) {
                    if (!found.next() || found.getString(1) == null) {
                        throw new IllegalStateException("No address was left: " + taken);
                    }
                }
                taken++;
            }
        }
        return taken;
    }
}
