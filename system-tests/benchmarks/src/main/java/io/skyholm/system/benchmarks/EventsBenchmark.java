package io.skyholm.system.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * From the commit of an outbox row to a consumer, at low load and as a burst, next to the same bytes produced straight
 * to Kafka.
 */
final class EventsBenchmark implements Benchmark {

    private static final int WARM_UP = 2_000;
    private static final int CALM = 1_000;
    private static final int PER_SECOND = 40;
    private static final int BURST = 50_000;
    private static final int ROWS_PER_COMMIT = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String INSERT = """
            insert into identity.outbox_event (id, aggregate_type, aggregate_id, type, tenant_id, source, generation,
                correlation_id, payload, created_at)
            values (?, 'identity.tenant', ?, 'identity.tenant.changed.v1', ?, '/identity', 1, 'benchmark', ?, now())""";

    @Override
    public void run() throws Exception {
        try (BenchSuite suite = BenchSuite.with("postgres", "kafka", "connect", "identity");
                Listener listener = new Listener(suite);
                Connection database = connect(suite);
                PreparedStatement insert = database.prepareStatement(INSERT)) {
            send(listener, insert, WARM_UP, ROWS_PER_COMMIT, Duration.ZERO);
            listener.awaitAll(PATIENCE);
            listener.forget();
            send(listener, insert, CALM, 1, Duration.ofSeconds(1).dividedBy(PER_SECOND));
            listener.awaitAll(PATIENCE);
            System.out.printf("commit to consumer, %d events at %d/s: %s%n", CALM, PER_SECOND, listener.latencies());
            listener.forget();
            burst(listener, insert);
            System.out.printf(
                    "straight to Kafka, %d events: %.0f events/s%n",
                    BURST, new StraightToKafka(suite).run(BURST, payload(UUID.randomUUID())));
        }
    }

    private static void burst(Listener listener, PreparedStatement insert) throws SQLException {
        long begin = System.nanoTime();
        send(listener, insert, BURST, ROWS_PER_COMMIT, Duration.ZERO);
        long committed = System.nanoTime();
        listener.awaitAll(PATIENCE);
        long drained = System.nanoTime();
        System.out.printf(
                "burst of %d events, %d per commit: written in %.2f s, last one received %.2f s later, %.0f events/s%n",
                BURST,
                ROWS_PER_COMMIT,
                (committed - begin) / 1e9,
                (drained - committed) / 1e9,
                BURST / ((drained - begin) / 1e9));
    }

    private static void send(Listener listener, PreparedStatement insert, int events, int perCommit, Duration pause)
            throws SQLException {
        UUID[] ids = new UUID[perCommit];
        for (int sent = 0; sent < events; sent += perCommit) {
            for (int row = 0; row < perCommit; row++) {
                ids[row] = add(insert);
            }
            insert.executeBatch();
            insert.getConnection().commit();
            listener.sent(ids);
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private static UUID add(PreparedStatement insert) throws SQLException {
        UUID id = UUID.randomUUID();
        insert.setObject(1, id);
        insert.setString(2, id.toString());
        insert.setObject(3, id);
        insert.setString(4, payload(id));
        insert.addBatch();
        return id;
    }

    private static String payload(UUID id) {
        return """
                {"id":"%s","generation":1,"name":"Measured","description":"%s","status":"ACTIVE",\
                "createdAt":"2026-01-31T12:00:00Z","updatedAt":"2026-01-31T12:00:00Z"}""".formatted(id, "x".repeat(120));
    }

    private static Connection connect(BenchSuite suite) throws SQLException {
        Connection database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + suite.port("postgres") + "/skyholm",
                "postgres",
                suite.password("postgres"));
        database.setAutoCommit(false);
        return database;
    }
}
