package io.skyholm.compute.placement;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The machines in memory, read again each second while somebody asks for them. */
@Singleton
class Hosts {

    private static final Logger LOG = Logger.getLogger(Hosts.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration TOO_OLD = Duration.ofSeconds(3);

    private final Supplier<Uni<Snapshot>> all;
    private final AtomicReference<@Nullable Uni<Snapshot>> reading = new AtomicReference<>();
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile long readAt = Long.MIN_VALUE;
    private volatile boolean doubted;
    private volatile boolean asked;

    @Inject
    Hosts(HostStore store) {
        this(store::all);
    }

    Hosts(Supplier<Uni<Snapshot>> all) {
        this.all = all;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(EVERY.toMillis(), timer -> {
            if (asked) {
                asked = false;
                read().subscribe().with(done -> {}, failure -> LOG.warnf("Machines are read again later: %s", failure));
            }
        });
    }

    /** As they were a moment ago. */
    Uni<Snapshot> current() {
        asked = true;
        if (doubted) {
            return fresh();
        }
        return isNewerThan(TOO_OLD) ? Uni.createFrom().item(snapshot) : read();
    }

    /**
     * As they are now: a reading that began earlier may lack what whoever asks has just changed, such as the machine that
     * was added for an instance that found no place. All who wait for that reading to end share the next one.
     */
    Uni<Snapshot> fresh() {
        return Uni.createFrom().deferred(() -> {
            Uni<Snapshot> earlier = reading.get();
            return earlier == null ? read() : earlier.onItemOrFailure().transformToUni((taken, failure) -> read());
        });
    }

    /** Has whoever asks next read them anew: somebody found no room, or a machine came, and there may be some by now. */
    void doubt() {
        doubted = true;
    }

    private boolean isNewerThan(Duration age) {
        return readAt != Long.MIN_VALUE && System.nanoTime() - readAt < age.toNanos();
    }

    /** Who asks while they are being read waits for that reading. */
    private Uni<Snapshot> read() {
        Uni<Snapshot> begun = Uni.createFrom()
                .deferred(() -> {
                    doubted = false;
                    return all.get();
                })
                .invoke(this::took)
                .onTermination()
                .invoke(() -> reading.set(null))
                .memoize()
                .indefinitely();
        Uni<Snapshot> other = reading.compareAndExchange(null, begun);
        return other == null ? begun : other;
    }

    private void took(Snapshot taken) {
        snapshot = taken;
        readAt = System.nanoTime();
    }
}
