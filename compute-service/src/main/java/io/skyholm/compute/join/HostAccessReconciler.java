package io.skyholm.compute.join;

import io.skyholm.compute.machine.JoinedMachines;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that every machine has its topic, and takes from Kafka what it knows of those that were given up: the account
 * at once, the topic a while later.
 */
@Singleton
class HostAccessReconciler implements Reconciler {

    private static final String KNOWN =
            "select deleted_at from compute_machine where id = $1 and access_removed_at is null";

    private final TenantTransaction transactions;
    private final HostAccess access;
    private final JoinedMachines machines;
    private final Duration topicStays;
    private final CalendarClock clock;

    HostAccessReconciler(
            TenantTransaction transactions,
            HostAccess access,
            JoinedMachines machines,
            JoinSettings settings,
            CalendarClock clock) {
        this.transactions = transactions;
        this.access = access;
        this.machines = machines;
        this.topicStays = settings.topicStays();
        this.clock = clock;
    }

    private record Known(@Nullable OffsetDateTime deletedAt) {}

    @Override
    public String kind() {
        return JoinedMachines.ACCESS;
    }

    @Override
    public String unrested() {
        return "select id from compute_machine where deleted_at is not null and access_removed_at is null";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions
                .change(cause, work -> work.find(Known.class, KNOWN, id))
                .chain(found -> found.map(known -> step(id, cause, known.deletedAt()))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE)));
    }

    private Uni<Next> step(UUID id, Cause cause, @Nullable OffsetDateTime deletedAt) {
        return deletedAt == null ? access.prepare(id).replaceWith(Next.DONE) : takeAway(id, cause, deletedAt);
    }

    private Uni<Next> takeAway(UUID id, Cause cause, OffsetDateTime since) {
        Duration left = Duration.between(clock.instant(), since.toInstant().plus(topicStays));
        return access.revoke(id)
                .chain(() -> left.isPositive() ? Uni.createFrom().item(Next.in(left)) : forget(id, cause));
    }

    private Uni<Next> forget(UUID id, Cause cause) {
        return access.removeTopic(id)
                .chain(() -> transactions.change(cause, work -> machines.accessRemoved(work, id)))
                .replaceWith(Next.DONE);
    }
}
