package io.skyholm.system.benchmarks;

import io.skyholm.system.benchmarks.measure.BenchSuite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The three tables of a service that grow with what it does, seen by a superuser. */
final class ExpiringTables implements AutoCloseable {

    static final String HEADER = "%10s %8s %10s %8s %10s %8s".formatted("outbox", "MB", "inbox", "MB", "answers", "MB");

    private static final String OVERDUE = """
            select (select count(*) from outbox_event where created_at < now() - interval '7 days')
                + (select count(*) from inbox_event where received_at < now() - interval '30 days')
                + (select count(*) from idempotency_key where created_at < now() - interval '2 days')""";

    private static final String SIZES = """
            select (select count(*) from outbox_event), pg_total_relation_size('outbox_event'),
                (select count(*) from inbox_event), pg_total_relation_size('inbox_event'),
                (select count(*) from idempotency_key), pg_total_relation_size('idempotency_key')""";

    private final Connection database;

    ExpiringTables(BenchSuite suite) throws SQLException {
        database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + suite.port("postgres") + "/skyholm?currentSchema=identity",
                "postgres",
                suite.password("postgres"));
    }

    /** Rows whose time is over already. */
    void fillOverdue(int rows) throws SQLException {
        insert(rows, "interval '1 hour' + n * interval '1 millisecond'");
    }

    /** Rows whose time is over one after the other, so many a second, for so long. */
    void fill(int perSecond, Duration duration) throws SQLException {
        insert((int) (perSecond * duration.toSeconds()), "- n * interval '1 second' / " + perSecond);
        execute("vacuum analyze outbox_event, inbox_event, idempotency_key");
    }

    long overdue() throws SQLException {
        return number(OVERDUE);
    }

    /** Returns how many had gone when the first was seen to be gone. */
    long awaitFirstDeletion(Duration timeout) throws SQLException {
        long before = overdue();
        long end = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() < end) {
            long gone = before - overdue();
            if (gone > 0) {
                return gone;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new IllegalStateException("Nothing was deleted within " + timeout);
    }

    /** Prints rows and sizes, and returns the bytes of all. */
    long print(long seconds) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(SIZES)) {
            row.next();
            System.out.printf(
                    "%8d %10d %8d %10d %8d %10d %8d%n",
                    seconds,
                    row.getLong(1),
                    row.getLong(2) / 1_000_000,
                    row.getLong(3),
                    row.getLong(4) / 1_000_000,
                    row.getLong(5),
                    row.getLong(6) / 1_000_000);
            return row.getLong(2) + row.getLong(4) + row.getLong(6);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    /** Their age is what is kept, and this on top. */
    private void insert(int rows, String beyond) throws SQLException {
        String numbers = " from generate_series(1, " + rows + ") n";
        execute("""
                insert into outbox_event (id, aggregate_type, aggregate_id, type, source, generation, correlation_id,
                    payload, created_at)
                select gen_random_uuid(), 'identity.tenant', n::text, 'identity.tenant.created.v1', '/identity', 1,
                    n::text, repeat('x', 220), now() - interval '7 days' - (""" + beyond + ")" + numbers);
        execute("insert into inbox_event select 'identity-bench', gen_random_uuid(), now() - interval '30 days' - ("
                + beyond + ")" + numbers);
        execute("""
                insert into idempotency_key
                select '01a1fc37-df34-77ff-ab89-cf4be1689257', gen_random_uuid()::text, gen_random_uuid(),
                    repeat('f', 64), repeat('x', 110),
                    now() - interval '2 days' - (""" + beyond + ")" + numbers);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
