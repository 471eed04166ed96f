package io.skyholm.runtime.aggregate;

import io.skyholm.events.EventType;
import io.skyholm.events.Fact;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.DeletableFilter;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.quota.RowQuota;
import io.skyholm.runtime.record.Projection;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The steps of which the use cases of every aggregate are composed: finding, holding, writing and telling. What may be
 * done and in which order, a room decides.
 *
 * @param <E> the entity
 * @param <V> what callers see of it
 * @param <F> what events tell of it
 */
public final class Aggregate<E extends Revised, V, F extends Fact> {

    /** What an aggregate is called, its entity, and how that becomes the view. */
    record Shape<E, V>(String name, Class<E> entity, Projection<E, V> view) {}

    private final Shape<E, V> shape;
    private final Views<V> views;
    private final Facts<E, F> facts;
    private final CalendarClock clock;
    private final Refusals refusals;

    Aggregate(Shape<E, V> shape, Views<V> views, Facts<E, F> facts, CalendarClock clock, Refusals refusals) {
        this.shape = shape;
        this.views = views;
        this.facts = facts;
        this.clock = clock;
        this.refusals = refusals;
    }

    /** The same, which says in those words what unique constraints of its table refuse. */
    public Aggregate<E, V, F> explaining(Conflicts words) {
        return refusing(refusals.explaining(words));
    }

    /** The same, of which a tenant may have as many that live as its quota allows of that kind. */
    public Aggregate<E, V, F> counted(CountedKind kind) {
        return refusing(refusals.counting(RowQuota.ofLiving(kind, table())));
    }

    /** As {@link #counted(CountedKind)}, where only rows that meet this condition of SQL count. */
    public Aggregate<E, V, F> counted(CountedKind kind, String condition) {
        return refusing(refusals.counting(new RowQuota(kind, table(), condition)));
    }

    private Aggregate<E, V, F> refusing(Refusals more) {
        return new Aggregate<>(shape, views, facts, clock, more);
    }

    /** The table that its rows are in. */
    public String table() {
        return Aggregates.tableOf(shape.entity());
    }

    /** The revision of what a call creates. */
    public Revision created(Call call) {
        return created(call.caller().id());
    }

    /** The revision of what that user creates, or the platform where there is none. */
    public Revision created(@Nullable UUID by) {
        return Revision.first(by, clock.instant());
    }

    /** What callers see of it. */
    public V view(E entity) {
        return shape.view().apply(entity);
    }

    /** The one of that id, if the caller may see it. */
    public Uni<V> get(Call call, UUID id) {
        return views.find(call.caller().scope(), id).map(found -> found.orElseThrow(this::notFound));
    }

    /** Its rows as callers see them. */
    public Views<V> views() {
        return views;
    }

    /** A query of all of them, to which conditions can be added. */
    public ListQuery query() {
        return views.query();
    }

    /** The part of what the query finds that the caller asks for. */
    public Uni<Page<V>> page(Call call, ListQuery query, ListPart page) {
        return views.page(call.caller().scope(), query, page);
    }

    /** Those in the caller's scope for which the filter asks. */
    public <Q extends Record & DeletableFilter> Uni<Page<V>> list(Call call, Q filter, ListPart page) {
        return page(call, query().inScope(call.caller().scope()).matching(filter), page);
    }

    /** As {@link #list}, and beside a tenant's own those of the platform, which row level security may narrow. */
    public <Q extends Record & DeletableFilter> Uni<Page<V>> listShared(Call call, Q filter, ListPart page) {
        return page(call, query().inScopeOrShared(call.caller().scope()).matching(filter), page);
    }

    /** The one of that id in the version that the caller has seen, and nobody else changes it until the end. */
    public Uni<E> locked(Call call, Work work, UUID id) {
        return required(work, id)
                .invoke(entity -> call.requireMatch(entity.revision().generation()));
    }

    /** The one of that id, which nobody else changes until the transaction ends; empty if it has been deleted. */
    public Uni<Optional<E>> locked(Work work, UUID id) {
        return work.lock(shape.entity(), id)
                .map(found -> found.filter(entity -> !entity.revision().isDeleted()));
    }

    /** As {@link #locked(Work, UUID)}, where it must be there. */
    public Uni<E> required(Work work, UUID id) {
        return locked(work, id).map(found -> found.orElseThrow(this::notFound));
    }

    /** As {@link #locked(Work, UUID)}, for other rooms, which see what callers see. */
    public Uni<Optional<V>> held(Work work, UUID id) {
        return locked(work, id).map(found -> found.map(this::view));
    }

    /** Writes a new one and tells of it, if its tenant's quota has room where such are {@link #counted}. */
    public Uni<V> insert(Work work, EventType<F> type, E entity) {
        return claim(work, entity)
                .chain(() -> {
                    publish(work, type, entity);
                    return work.insert(entity);
                })
                .onFailure()
                .transform(refusals.conflicts())
                .replaceWith(() -> view(entity));
    }

    private Uni<Void> claim(Work work, E entity) {
        CountedKind kind = refusals.counted();
        return kind == null
                ? Uni.createFrom().voidItem()
                : refusals.quotas().claim(work, facts.of(entity).tenantId(), kind);
    }

    /** Counts a change that the caller made, writes it and tells of it. */
    public Uni<V> save(Call call, Work work, EventType<F> type, E entity) {
        entity.revision().changed(call.caller().id(), work.now());
        return update(work, type, entity);
    }

    /** Marks it as deleted by the caller, writes that and tells of it. */
    public Uni<V> delete(Call call, Work work, EventType<F> type, E entity) {
        entity.revision().deleted(call.caller().id(), work.now());
        return update(work, type, entity);
    }

    /** Writes a change that has been counted, and tells of it. */
    public Uni<V> update(Work work, EventType<F> type, E entity) {
        publish(work, type, entity);
        return work.update(entity).onFailure().transform(refusals.conflicts()).replaceWith(() -> view(entity));
    }

    /**
     * Gives it to another tenant. The one that it leaves is told what it was, in the name of the platform, and then the other what it is,
     * as a newer state: whoever keeps what is told has it where it belongs.
     */
    public Uni<V> transfer(Work work, EventType<F> type, E entity, Consumer<E> giving) {
        entity.revision().changed(null, work.now());
        publish(work.asPlatform(), type, entity);
        giving.accept(entity);
        entity.revision().changed(work.cause().user(), work.now());
        return update(work, type, entity);
    }

    /** What is told of it, for whoever tells it to more than its tenant. */
    public F fact(E entity) {
        return facts.of(entity);
    }

    /** Tells what it is now. */
    public void publish(Work work, EventType<F> type, E entity) {
        facts.publish(work, type, entity);
    }

    private Problem notFound() {
        return Problem.notFound(shape.name());
    }
}
