package io.skyholm.runtime.housekeeping;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.skyholm.runtime.time.RealTime;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** Tells how much each table keeps and since when, and what was deleted. */
@Singleton
class RetentionMetrics {

    private static final String TABLE = "table";

    private final MeterRegistry metrics;
    private final Map<String, RetainedRows> tables = new ConcurrentHashMap<>();

    RetentionMetrics(MeterRegistry metrics, Retentions retentions) {
        this.metrics = metrics;
        for (Retention retention : retentions.expiring()) {
            String table = retention.table();
            gauge("skyholm.kept.rows", table, RetainedRows::rows);
            gauge("skyholm.kept.bytes", table, RetainedRows::bytes);
            gauge("skyholm.kept.oldest.seconds", table, kept -> kept.oldestSeconds(RealTime.now()));
            // Above what a round takes, rows come faster than they go.
            gauge("skyholm.kept.overdue.seconds", table, kept -> overdue(retention, kept));
        }
    }

    void kept(Retention retention, RetainedRows kept) {
        tables.put(retention.table(), kept);
    }

    void deleted(Retention retention, int rows) {
        metrics.counter("skyholm.kept.deleted", TABLE, retention.table()).increment(rows);
    }

    void failed(Retention retention) {
        metrics.counter("skyholm.kept.failures", TABLE, retention.table()).increment();
    }

    private void gauge(String name, String table, ToDoubleFunction<RetainedRows> value) {
        Gauge.builder(name, () -> value.applyAsDouble(tables.getOrDefault(table, RetainedRows.NOTHING)))
                .tag(TABLE, table)
                .register(metrics);
    }

    private static double overdue(Retention retention, RetainedRows kept) {
        return Math.max(0, kept.oldestSeconds(RealTime.now()) - retention.kept().toSeconds());
    }
}
