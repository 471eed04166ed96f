package io.skyholm.system.benchmarks.events;

import io.skyholm.system.benchmarks.measure.BenchSuite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Writes rows to identity's outbox, as many and as fast as it is told. */
final class OutboxWriter implements AutoCloseable {

    private static final String INSERT = """
            insert into identity.outbox_event (id, aggregate_type, aggregate_id, type, tenant_id, source, generation,
                correlation_id, payload, created_at)
            values (?, ?, ?, 'identity.tenant.changed.v1', ?, '/identity', 1, 'benchmark', ?, now())""";

    private final Connection database;
    private final PreparedStatement insert;

    /** The driver joins the rows of a batch to one statement, so that writing them is not what limits a burst. */
    OutboxWriter(BenchSuite suite) throws SQLException {
        database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + suite.port("postgres") + "/skyholm?reWriteBatchedInserts=true",
                "postgres",
                suite.password("postgres"));
        database.setAutoCommit(false);
        insert = database.prepareStatement(INSERT);
    }

    /** As fast as the database takes them, so many with each commit. */
    void burst(Listener listener, String topic, int events, int perCommit) throws SQLException {
        for (int sent = 0; sent < events; sent += perCommit) {
            List<UUID> ids = new ArrayList<>();
            for (int row = 0; row < perCommit; row++) {
                ids.add(add(topic));
            }
            commit(listener, topic, ids);
        }
    }

    /**
     * An event of each topic in turn, so many a second, each committed alone: the next is due whatever this one takes.
     *
     * @return how many a second there were
     */
    double pace(Listener listener, List<String> topics, int events, int perSecond) throws SQLException {
        long pause = Duration.ofSeconds(1).dividedBy(perSecond).toNanos();
        long begin = System.nanoTime();
        long next = begin;
        for (int sent = 0; sent < events; sent++) {
            String topic = topics.get(sent % topics.size());
            commit(listener, topic, List.of(add(topic)));
            next += pause;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        return events / ((System.nanoTime() - begin) / 1e9);
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    private void commit(Listener listener, String topic, List<UUID> ids) throws SQLException {
        insert.executeBatch();
        database.commit();
        listener.sent(topic, ids);
    }

    private UUID add(String topic) throws SQLException {
        UUID id = UUID.randomUUID();
        insert.setObject(1, id);
        insert.setString(2, topic);
        insert.setString(3, id.toString());
        insert.setObject(4, id);
        insert.setString(5, payload(id));
        insert.addBatch();
        return id;
    }

    static String payload(UUID id) {
        return """
                {"id":"%s","generation":1,"name":"Measured","description":"%s","status":"ACTIVE",\
                "createdAt":"2026-01-31T12:00:00Z","updatedAt":"2026-01-31T12:00:00Z"}""".formatted(id, "x".repeat(120));
    }
}
