package io.skyholm.runtime.aggregate;

import io.skyholm.events.EventType;
import io.skyholm.events.Fact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.problem.Conflicts;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.record.ColumnName;
import io.skyholm.runtime.record.Projection;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.time.CalendarClock;
import jakarta.inject.Singleton;
import jakarta.persistence.Table;
import java.util.List;

/** Makes aggregates, and refuses one whose entity, view, fact and contract do not agree. */
@Singleton
public class Aggregates {

    private final ViewFactory views;
    private final Outbox outbox;
    private final CalendarClock clock;
    private final RowQuotas quotas;

    Aggregates(ViewFactory views, Outbox outbox, CalendarClock clock, RowQuotas quotas) {
        this.views = views;
        this.outbox = outbox;
        this.clock = clock;
        this.quotas = quotas;
    }

    /** An aggregate whose view's components are columns of its own table; problems call it by that name. */
    public <E extends Revised, V, F extends Fact> Aggregate<E, V, F> of(
            String name, Class<E> entity, Class<V> view, List<EventType<F>> events) {
        return of(name, entity, Select.of(view, tableOf(entity)), events);
    }

    /** An aggregate whose view is selected in a way of its own. */
    public <E extends Revised, V, F extends Fact> Aggregate<E, V, F> of(
            String name, Class<E> entity, Select<V> select, List<EventType<F>> events) {
        Class<V> view = select.type().record();
        return new Aggregate<>(
                new Aggregate.Shape<>(name, entity, Projection.of(entity, view)),
                views.of(select),
                facts(entity, view, events),
                clock,
                new Refusals(Conflicts.NONE, quotas, null));
    }

    /** The facts alone of an aggregate whose view shows more than its entity knows. */
    public <E, F extends Fact> Facts<E, F> facts(Class<E> entity, Class<?> view, List<EventType<F>> events) {
        Class<F> fact = events.getFirst().payload();
        ContractCheck.check(view, fact, events);
        return new Facts<>(Projection.of(entity, fact), outbox);
    }

    static String tableOf(Class<?> entity) {
        Table table = entity.getAnnotation(Table.class);
        return table == null ? ColumnName.of(entity.getSimpleName()) : table.name();
    }
}
