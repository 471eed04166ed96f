package io.skyholm.deletion;

import io.quarkus.arc.All;
import io.skyholm.events.deletion.DataDeletionEvents;
import io.skyholm.events.deletion.DataOwner;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Walks all that this service holds of one tenant or user: a bounded part of each holding in a transaction of its own, stage by
 * stage, then what that came to. What fails holds up nothing but the stages behind it.
 */
@Singleton
class DataDeletions {

    private static final Logger LOG = Logger.getLogger(DataDeletions.class);

    private final TenantTransaction transactions;
    private final Outbox outbox;
    private final Holders holders;
    private final List<DeletionFollower> followers;
    private final String service;
    private final Duration settle;

    DataDeletions(
            TenantTransaction transactions,
            Outbox outbox,
            Holders holders,
            @All List<DeletionFollower> followers,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "skyholm.deletion.settle") Duration settle) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.holders = holders;
        this.followers = followers;
        this.service = service;
        this.settle = settle;
    }

    /**
     * Makes a round.
     *
     * @param tenantOf the statement that finds the tenant of $1, if that has to be deleted
     */
    Uni<Next> step(DataOwner owner, UUID id, String tenantOf, Cause cause) {
        return transactions
                .change(cause, work -> begin(work, owner, id, tenantOf))
                .chain(deleting ->
                        deleting ? round(owner, id, cause) : Uni.createFrom().item(Next.DONE));
    }

    /** Whether there is something to do. */
    private static Uni<Boolean> begin(Work work, DataOwner owner, UUID id, String tenantOf) {
        return work.lock(DataDeletion.class, id)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(!found.get().isComplete())
                        : work.value(UUID.class, tenantOf, id).chain(tenant -> insert(work, owner, id, tenant)));
    }

    private static Uni<Boolean> insert(Work work, DataOwner owner, UUID id, Optional<UUID> tenant) {
        return tenant.map(of ->
                        work.insert(new DataDeletion(owner, id, of, work.now())).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private Uni<Next> round(DataOwner owner, UUID id, Cause cause) {
        return DeletionRound.over(holders.stages(owner), holder -> empty(holder, id, cause))
                .chain(round -> transactions.change(cause, work -> note(work, id, round)));
    }

    private Uni<HoldingProgress> empty(DataHolder holder, UUID id, Cause cause) {
        String name = holder.holding().name();
        return transactions
                .change(cause, work -> holder.empty(work, id))
                .onFailure()
                .invoke(failure -> LOG.warnf("The %s of %s stay for now: %s", name, id, failure))
                .onFailure()
                .recoverWithItem(HoldingProgress::failed);
    }

    private Uni<Next> note(Work work, UUID id, DeletionRound round) {
        return work.lock(DataDeletion.class, id).map(Optional::orElseThrow).chain(deletion -> {
            Instant now = work.now();
            boolean news = deletion.note(round.outcomes(), now);
            Duration unsettled = Duration.between(now, deletion.startedAt.plus(settle));
            if (round.isEmpty() && !unsettled.isPositive()) {
                complete(work, deletion);
                return work.update(deletion).replaceWith(Next.DONE);
            }
            if (news) {
                outbox.publish(work, DataDeletionEvents.progressed(service), deletion.fact(service));
            }
            return work.update(deletion).replaceWith(round.next(round.isEmpty() ? unsettled : deletion.wait(now)));
        });
    }

    private void complete(Work work, DataDeletion deletion) {
        deletion.complete(work.now());
        outbox.publish(work, DataDeletionEvents.completed(service), deletion.fact(service));
        followers.forEach(follower -> follower.completed(work, deletion.owner, deletion.id));
    }
}
