package io.skyholm.deletion;

import io.skyholm.events.EventType;
import io.skyholm.events.Fact;
import io.skyholm.events.deletion.DataOwner;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The aggregates of one kind that a tenant or a user has: each is marked as deleted and told, as when a caller deletes it. The room's
 * use cases produce one of these.
 */
public final class OwnedAggregates<E extends Revised, F extends Fact> implements DataHolder {

    private final Holding holding;
    private final Aggregate<E, ?, F> aggregate;
    private final EventType<F> deleted;
    private final BiConsumer<Work, E> change;
    private final OwnedRows living;

    private OwnedAggregates(
            Holding holding, Aggregate<E, ?, F> aggregate, EventType<F> deleted, BiConsumer<Work, E> change) {
        this.holding = holding;
        this.aggregate = aggregate;
        this.deleted = deleted;
        this.change = change;
        String owner = holding.owner() == DataOwner.TENANT ? "tenant_id" : "user_id";
        this.living = OwnedRows.of(aggregate.table(), owner + " = $1 and deleted_at is null");
    }

    /**
     * All that are not deleted yet.
     *
     * @param deleted the event that tells it
     * @param change what becomes of one beside its revision
     */
    public static <E extends Revised, F extends Fact> DataHolder of(
            Holding holding, Aggregate<E, ?, F> aggregate, EventType<F> deleted, BiConsumer<Work, E> change) {
        return new OwnedAggregates<>(holding, aggregate, deleted, change);
    }

    @Override
    public Holding holding() {
        return holding;
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID owner) {
        return living.each(
                work, owner, id -> aggregate.locked(work, id).chain(found -> found.map(entity -> delete(work, entity))
                        .orElseGet(() -> Uni.createFrom().item(false))));
    }

    private Uni<Boolean> delete(Work work, E entity) {
        change.accept(work, entity);
        entity.revision().deleted(null, work.now());
        return aggregate.update(work, deleted, entity).replaceWith(true);
    }
}
