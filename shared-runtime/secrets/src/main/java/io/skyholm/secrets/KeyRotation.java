package io.skyholm.secrets;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Each;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Seals anew what former keys have sealed, a few rows at a time, so that nothing needs them in the end. Without former keys
 * there is nothing to do; several replicas share the work.
 */
@Singleton
public class KeyRotation {

    private static final Logger LOG = Logger.getLogger(KeyRotation.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int BATCH = 100;

    private final Envelope envelope;
    private final List<SealedColumn> columns;
    private final TenantTransaction transactions;
    private final MeterRegistry metrics;
    private long timer;

    /** One that renews what those services keep sealed. */
    public KeyRotation(
            Envelope envelope,
            @All List<SealedColumns> services,
            TenantTransaction transactions,
            MeterRegistry metrics) {
        this.envelope = envelope;
        this.columns =
                services.stream().flatMap(service -> service.columns().stream()).toList();
        this.transactions = transactions;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        if (envelope.hasFormerKeys()) {
            timer = vertx.setPeriodic(0, EVERY.toMillis(), tick -> round().subscribe()
                    .with(done -> {}, failure -> LOG.warnf("Secrets are sealed anew later: %s", failure)));
        }
    }

    void stop(@Observes ShutdownEvent stopping, Vertx vertx) {
        vertx.cancelTimer(timer);
    }

    /** Seals anew what can be, and tells how much that was. What is left then, somebody works on. */
    public Uni<Integer> round() {
        return Multi.createFrom()
                .iterable(columns)
                .onItem()
                .transformToUniAndConcatenate(this::renewAll)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> renewAll(SealedColumn column) {
        return Multi.createBy()
                .repeating()
                .uni(() -> transactions.change(Cause.platform(), work -> renewSome(work, column)))
                .whilst(renewed -> renewed == BATCH)
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .invoke(renewed -> metrics.counter("skyholm.secrets.renewed", "table", column.table())
                        .increment(renewed));
    }

    private Uni<Integer> renewSome(Work work, SealedColumn column) {
        return work.list(Row.class, column.select(), envelope.newest(), BATCH)
                .call(rows -> Each.of(rows, row -> renew(work, column, row)))
                .map(List::size);
    }

    private Uni<Integer> renew(Work work, SealedColumn column, Row row) {
        Object[] values = column.values(envelope.renew(new Sealed(row.keyId(), row.text())));
        Object[] parameters = new Object[values.length + 1];
        parameters[0] = row.id();
        System.arraycopy(values, 0, parameters, 1, values.length);
        return work.execute(column.update(), parameters);
    }

    private record Row(UUID id, String text, String keyId) {}
}
