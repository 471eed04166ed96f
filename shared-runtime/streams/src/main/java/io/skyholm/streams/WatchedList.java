package io.skyholm.streams;

import io.skyholm.events.EventType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.page.NamedRows;
import io.skyholm.runtime.page.Page;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** A list as the caller sees it, with its filter. */
public final class WatchedList<V> {

    private final String topic;
    private final Function<NamedRows, Uni<Page<V>>> rows;
    private final Function<V, UUID> id;
    private final Predicate<Caller> seesWhole;

    private WatchedList(
            String topic, Function<NamedRows, Uni<Page<V>>> rows, Function<V, UUID> id, Predicate<Caller> seesWhole) {
        this.topic = topic;
        this.rows = rows;
        this.id = id;
        this.seesWhole = seesWhole;
    }

    /** The list whose rows' changes events like this one tell. */
    public static <V> WatchedList<V> of(
            EventType<?> told, Function<NamedRows, Uni<Page<V>>> rows, Function<V, UUID> id) {
        return new WatchedList<>(told.topic(), rows, id, caller -> true);
    }

    /** The same, of which only those callers see all rows of their tenant, and others some. */
    public WatchedList<V> seenWholeBy(Predicate<Caller> callers) {
        return new WatchedList<>(topic, rows, id, callers);
    }

    /** Where its rows' changes are told. */
    String topic() {
        return topic;
    }

    /** Those of some ids that are in the list. */
    Uni<Page<V>> rows(NamedRows named) {
        return rows.apply(named);
    }

    boolean isSeenWhole(Caller caller) {
        return seesWhole.test(caller);
    }

    UUID id(V row) {
        return id.apply(row);
    }
}
