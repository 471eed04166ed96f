package io.skyholm.secrets;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.BufferUnderflowException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Seals anew what former keys have sealed, a few rows at a time, so that nothing needs them in the end; and once, at the start,
 * what was sealed before texts were bound to their rows. Several replicas share the work.
 */
@Singleton
public class KeyRotation {

    private static final Logger LOG = Logger.getLogger(KeyRotation.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int BATCH = 100;

    /** Smaller than every id. */
    private static final UUID NONE = new UUID(0, 0);

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
            timer = vertx.setPeriodic(0, EVERY.toMillis(), tick -> begin());
        } else if (envelope.canSeal() && !columns.isEmpty()) {
            timer = vertx.setTimer(1, tick -> begin());
        }
    }

    private void begin() {
        round().subscribe().with(done -> {}, failure -> LOG.warnf("Secrets are sealed anew later: %s", failure));
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
        AtomicReference<UUID> last = new AtomicReference<>(NONE);
        return Multi.createBy()
                .repeating()
                .uni(() -> transactions.change(Cause.platform(), work -> renewSome(work, column, last)))
                .whilst(batch -> batch.read() == BATCH)
                .collect()
                .with(Collectors.summingInt(Batch::renewed))
                .invoke(renewed -> metrics.counter("skyholm.secrets.renewed", "table", column.table())
                        .increment(renewed));
    }

    /** The next rows in the order of their ids, so that one which cannot be opened is not read again and again. */
    private Uni<Batch> renewSome(Work work, SealedColumn column, AtomicReference<UUID> last) {
        return work.list(Row.class, column.select(), envelope.newest(), BATCH, last.get())
                .chain(rows -> {
                    List<Renewed> renewed =
                            rows.stream().flatMap(row -> renew(column, row)).toList();
                    rows.stream().reduce((first, second) -> second).ifPresent(row -> last.set(row.id()));
                    return Sequentially.of(renewed, one -> work.execute(column.update(), one.parameters(column)))
                            .replaceWith(new Batch(rows.size(), renewed.size()));
                });
    }

    /** Nothing for a text that cannot be opened: it stays as it is, and holds up no other. */
    private Stream<Renewed> renew(SealedColumn column, Row row) {
        try {
            return Stream.of(renewed(column, row));
        } catch (IllegalStateException | IllegalArgumentException | BufferUnderflowException damaged) {
            metrics.counter("skyholm.secrets.unreadable", "table", column.table())
                    .increment();
            LOG.errorf("The secret of %s %s cannot be opened: %s", column.table(), row.id(), damaged);
            return Stream.empty();
        }
    }

    private Renewed renewed(SealedColumn column, Row row) {
        SealedPlace place = column.place(row.tenantId(), row.id());
        return new Renewed(row.id(), envelope.renew(new Sealed(row.keyId(), row.text()), place));
    }

    private record Row(UUID id, @Nullable UUID tenantId, String text, String keyId) {}

    private record Batch(int read, int renewed) {}

    private record Renewed(UUID id, Sealed sealed) {

        Object[] parameters(SealedColumn column) {
            return Stream.concat(Stream.of(id), Stream.of(column.values(sealed)))
                    .toArray();
        }
    }
}
