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
import java.util.function.Consumer;

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

    /** All that a tenant has and that are not deleted yet; {@code name} is what operators call them, {@code deleted} tells it. */
    public static <E extends Revised, F extends Fact> OwnedAggregates<E, F> ofTenant(
            DeletionStage stage, String name, Aggregate<E, ?, F> aggregate, EventType<F> deleted) {
        return of(Holding.ofTenant(stage, name, aggregate.table()), aggregate, deleted);
    }

    /** As {@link #ofTenant}, of what a user has. */
    public static <E extends Revised, F extends Fact> OwnedAggregates<E, F> ofUser(
            DeletionStage stage, String name, Aggregate<E, ?, F> aggregate, EventType<F> deleted) {
        return of(Holding.ofUser(stage, name, aggregate.table()), aggregate, deleted);
    }

    /** As {@link #ofTenant}, where the holding has more tables than the aggregate's own. */
    public static <E extends Revised, F extends Fact> OwnedAggregates<E, F> of(
            Holding holding, Aggregate<E, ?, F> aggregate, EventType<F> deleted) {
        return new OwnedAggregates<>(holding, aggregate, deleted, (work, entity) -> {});
    }

    /** The same, with what becomes of each beside its revision. */
    public OwnedAggregates<E, F> changing(Consumer<E> more) {
        return changing((work, entity) -> more.accept(entity));
    }

    /** As {@link #changing(Consumer)}, where that concerns other rows too. */
    public OwnedAggregates<E, F> changing(BiConsumer<Work, E> more) {
        return new OwnedAggregates<>(holding, aggregate, deleted, more);
    }

    @Override
    public Holding holding() {
        return holding;
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID owner) {
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
