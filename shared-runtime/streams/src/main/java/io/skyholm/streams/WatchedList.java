package io.skyholm.streams;

import io.skyholm.events.EventType;
import io.skyholm.runtime.page.NamedRows;
import io.skyholm.runtime.page.Page;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Function;

/**
 * A list as the caller sees it, with its filter.
 *
 * @param topic where its rows' changes are told
 * @param rows those of some ids that are in the list
 * @param id a row's id
 */
public record WatchedList<V>(String topic, Function<NamedRows, Uni<Page<V>>> rows, Function<V, UUID> id) {

    /** The list whose rows' changes events like this one tell. */
    public static <V> WatchedList<V> of(
            EventType<?> told, Function<NamedRows, Uni<Page<V>>> rows, Function<V, UUID> id) {
        return new WatchedList<>(told.topic(), rows, id);
    }
}
