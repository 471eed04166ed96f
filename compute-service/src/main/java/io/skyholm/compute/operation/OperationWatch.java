package io.skyholm.compute.operation;

import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** An operation as it goes on, for whoever watches: looked at a few times a second, while few enough watch. */
@ApplicationScoped
class OperationWatch {

    private static final int MOST = 200;
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final OperationStore store;
    private final AtomicInteger watching = new AtomicInteger();

    OperationWatch(OperationStore store) {
        this.store = store;
    }

    void requireRoom() {
        if (watching.get() >= MOST) {
            throw OperationProblems.tooMany();
        }
    }

    /** The operation now and after every change, until it has ended: its deadline sees to that. */
    Multi<OperationView> of(TenantScope scope, OperationView first) {
        return Multi.createFrom().deferred(() -> {
            watching.incrementAndGet();
            AtomicLong told = new AtomicLong();
            Multi<OperationView> looks = Multi.createBy()
                    .repeating()
                    .uni(() -> look(scope, first.id(), told.get() == 0))
                    .whilst(seen -> seen.endedAt() == null);
            return looks.filter(seen -> told.getAndSet(seen.generation()) != seen.generation())
                    .onTermination()
                    .invoke(watching::decrementAndGet);
        });
    }

    private Uni<OperationView> look(TenantScope scope, UUID id, boolean atOnce) {
        Uni<OperationView> seen = Uni.createFrom()
                .deferred(() -> store.find(scope, id))
                .map(found -> found.orElseThrow(OperationProblems::notFound));
        return atOnce
                ? seen
                : Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE).chain(() -> seen);
    }
}
