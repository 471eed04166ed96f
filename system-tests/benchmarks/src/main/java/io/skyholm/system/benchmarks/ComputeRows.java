package io.skyholm.system.benchmarks;

import io.skyholm.system.benchmarks.measure.BenchSuite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What compute has written down, looked at past the service. */
final class ComputeRows implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(15);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Connection database;

    ComputeRows(BenchSuite suite) throws SQLException {
        database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + suite.port("postgres") + "/skyholm?currentSchema=compute",
                "postgres",
                suite.password("postgres"));
    }

    /** Waits until this query counts so many. */
    void await(String count, long wanted) throws SQLException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (number(count) < wanted) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Fewer than " + wanted + ": " + count + ": " + number(count));
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    long number(String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** From asking to running, one by one, of those instances that were asked for last. */
    String newest(int instances) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        select percentile_cont(0.5) within group (order by took),
                            percentile_cont(0.99) within group (order by took)
                        from (select extract(epoch from ended_at - created_at) as took from operation
                            where kind = 'CREATE' and status = 'SUCCEEDED' order by id desc limit %d) newest""".formatted(instances))) {
            row.next();
            return "p50 %.1f s, p99 %.1f s".formatted(row.getDouble(1), row.getDouble(2));
        }
    }

    /** How long each step took of those instances that were asked for last: what they waited for. */
    String stepsOfNewest(int instances) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        select string_agg(format('%%s %%s s', name, round(took, 1)), ', ' order by began)
                        from (select step ->> 'name' as name, min(step ->> 'startedAt') as began,
                                percentile_cont(0.5) within group (order by extract(epoch from
                                    (step ->> 'endedAt')::timestamptz - (step ->> 'startedAt')::timestamptz))::numeric as took
                            from (select steps from operation where kind = 'CREATE' and status = 'SUCCEEDED'
                                order by id desc limit %d) newest, jsonb_array_elements(steps::jsonb) step
                            group by 1) steps""".formatted(instances))) {
            row.next();
            return "median of each step: " + row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
