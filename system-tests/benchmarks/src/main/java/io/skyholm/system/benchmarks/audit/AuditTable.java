package io.skyholm.system.benchmarks.audit;

import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.EntryJson;
import io.skyholm.audit.entry.RecordingSql;
import io.skyholm.system.benchmarks.measure.BenchSuite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The audit's tables, written to past the service with the service's own statements. */
final class AuditTable implements AutoCloseable {

    /** As many as a poll of Kafka brings at most. */
    static final int BATCH = 500;

    private static final Map<Class<?>, String> TYPES =
            Map.of(UUID.class, "uuid", Long.class, "bigint", String.class, "text", OffsetDateTime.class, "timestamptz");

    private final Connection database;

    AuditTable(BenchSuite suite) throws SQLException {
        database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + suite.port("postgres") + "/skyholm?currentSchema=audit",
                "postgres",
                suite.password("postgres"));
        database.setAutoCommit(false);
    }

    /** Rows per second of the same bytes in a table without an index: the least that storing them costs. */
    double store(AuditRows rows, int howMany) throws SQLException {
        execute("create table bench_bare (line text)");
        long begin = System.nanoTime();
        for (int done = 0; done < howMany; done += BATCH) {
            Object lines = rows.unchained(BATCH).stream().map(EntryJson::line).toArray(String[]::new);
            run("insert into bench_bare select unnest($1::text[])", lines);
            database.commit();
        }
        return perSecond(howMany, begin);
    }

    /** Rows per second of the service's insert, into a table of the same indexes, without chains. */
    double insert(AuditRows rows, int howMany) throws SQLException {
        execute("create table bench_entry (like audit_entry including indexes including constraints)");
        long begin = System.nanoTime();
        for (int done = 0; done < howMany; done += BATCH) {
            insert("bench_entry", rows.unchained(BATCH), done);
            database.commit();
        }
        return perSecond(howMany, begin);
    }

    /** The same with every hash computed, and heads and position kept. */
    double insertChained(AuditRows rows, int howMany) throws SQLException {
        execute("truncate bench_entry");
        double perSecond = chain("bench_entry", rows, howMany);
        return perSecond;
    }

    /** Fills the audit itself, which was emptied, over months that were made for it. */
    double fill(AuditRows rows, int howMany) throws SQLException {
        execute("drop table bench_entry; drop table bench_bare; truncate audit_entry, audit_chain, audit_digest");
        execute("update audit_recording set position = 0, recorded_at = 'epoch'");
        execute("""
                do $$ begin
                    for month in 1..13 loop
                        execute format('create table audit_entry_%s partition of audit_entry for values from (%L) to (%L)',
                            to_char(date_trunc('month', now()) - make_interval(months => month), 'YYYY_MM'),
                            date_trunc('month', now()) - make_interval(months => month),
                            date_trunc('month', now()) - make_interval(months => month - 1));
                    end loop;
                end $$""");
        double perSecond = chain("audit_entry", rows, howMany);
        database.setAutoCommit(true);
        execute("vacuum analyze");
        database.setAutoCommit(false);
        return perSecond;
    }

    long recorded() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("select coalesce(sum(sequence), 0) from audit_chain")) {
            found.next();
            long recorded = found.getLong(1);
            database.commit();
            return recorded;
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    private double chain(String table, AuditRows rows, int howMany) throws SQLException {
        long begin = System.nanoTime();
        for (int done = 0; done < howMany; done += BATCH) {
            List<Entry> entries = rows.chained(BATCH);
            OffsetDateTime last = entries.getLast().recordedAt().atOffset(ZoneOffset.UTC);
            insert(table, entries, rows.made());
            run(RecordingSql.MOVE_HEADS, RecordingSql.columns(rows.heads(), last));
            run(RecordingSql.MOVE_ON, rows.made() + BATCH, last);
            database.commit();
        }
        return perSecond(howMany, begin);
    }

    private void insert(String table, List<Entry> entries, long position) throws SQLException {
        run(RecordingSql.INSERT.replace("audit_entry", table), RecordingSql.columns(entries, position));
    }

    private void run(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql.replaceAll("\\$\\d+", "?"))) {
            for (int index = 0; index < parameters.length; index++) {
                Object value = parameters[index];
                statement.setObject(
                        index + 1,
                        value instanceof Object[] array
                                ? database.createArrayOf(
                                        TYPES.get(array.getClass().componentType()), array)
                                : value);
            }
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
        if (!database.getAutoCommit()) {
            database.commit();
        }
    }

    private static double perSecond(int howMany, long begin) {
        return howMany / ((System.nanoTime() - begin) / 1e9);
    }
}
