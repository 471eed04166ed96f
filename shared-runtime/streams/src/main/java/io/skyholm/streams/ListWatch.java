package io.skyholm.streams;

import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.page.NamedRows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what changes in a list, to whoever may read it. The events of a service say which rows have changed; the list itself
 * says what the caller sees of them now, so that a watcher has the rights and the filter of the list and nothing else.
 */
@ApplicationScoped
public class ListWatch {

    /** What the document says of every such stream. */
    public static final String DESCRIPTION = """
            Server-sent events, for an hour at most, with the filters and the rights of the list. `changed` has a row as it is now,
            whether it is new or was in the list before; `removed` has the `id` of one that is not in the list any more, or never was:
            ignore those that you do not know. Where you see only some of your tenant's, as of keys, it is not told. `reset` says that changes were lost: read the list anew.

            To follow a list, open the stream, then read the list, then apply the events. It begins now; send the id of the last
            event that arrived as `Last-Event-ID` to go on behind it, up to seven days later.""";

    private static final StreamLimits LIMITS =
            new StreamLimits(new StreamLimits.Watchers(300, 50, 20), Duration.ofSeconds(1), Duration.ofHours(1));
    private static final StreamFormat<ListChange> FORMAT =
            new StreamFormat<>(ListChange::name, ListChange::position, ListChange::data);

    private final ChangeStore store;
    private final CurrentCall current;
    private final LiveStream<ListChange> live = new LiveStream<>(LIMITS, FORMAT);

    ListWatch(ChangeStore store, CurrentCall current) {
        this.store = store;
        this.current = current;
    }

    /** The changes from now on, or behind the last event that arrived. */
    public <V> Multi<OutboundSseEvent> changes(Sse sse, ResumeAfter resume, WatchedList<V> list) {
        Subscriber subscriber = Subscriber.of(current);
        live.requireRoom(subscriber);
        StreamSource<ListChange> changes = behind -> changes(subscriber.caller(), list, behind);
        String last = resume.last();
        return last == null
                ? store.last().onItem().transformToMulti(now -> live.events(sse, subscriber, now.position(), changes))
                : resumed(sse, subscriber, LastEventId.position(last), list.topic(), changes);
    }

    private Multi<OutboundSseEvent> resumed(
            Sse sse, Subscriber subscriber, long position, String topic, StreamSource<ListChange> changes) {
        return store.from(topic, position)
                .onItem()
                .transformToMulti(from -> live.events(
                        sse,
                        subscriber,
                        position,
                        from.isLost() ? behind -> reset(behind, position, from.position(), changes) : changes));
    }

    /** Once at the beginning, and then what follows from there. */
    private static Uni<StreamPage<ListChange>> reset(
            long behind, long lost, long now, StreamSource<ListChange> changes) {
        return behind == lost
                ? Uni.createFrom().item(new StreamPage<>(List.of(ListChange.reset(now)), now, true, false))
                : changes.after(behind);
    }

    private <V> Uni<StreamPage<ListChange>> changes(Caller caller, WatchedList<V> list, long behind) {
        return store.last().chain(now -> store.changed(caller.scope(), list.topic(), behind, now.position())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(StreamPage.<ListChange>nothing(now.position()))
                        : told(caller, list, rows).map(told -> page(told, rows, now.position()))));
    }

    /** A page that holds nothing for this watcher has been looked through as well. */
    private static StreamPage<ListChange> page(List<ListChange> told, List<ChangedRow> rows, long now) {
        boolean more = rows.stream().mapToLong(ChangedRow::changes).sum() >= ChangeStore.MOST;
        long seen = more ? rows.getLast().position() : now;
        return new StreamPage<>(told, seen, more && !told.isEmpty(), false);
    }

    private static <V> Uni<List<ListChange>> told(Caller caller, WatchedList<V> list, List<ChangedRow> changed) {
        NamedRows ids = new NamedRows(changed.stream().map(ChangedRow::id).toList());
        return list.rows(ids).map(page -> {
            Map<UUID, V> present = page.items().stream().collect(Collectors.toMap(list::id, Function.identity()));
            return changed.stream()
                    .flatMap(row -> told(caller, list, row, present.get(row.id())))
                    .toList();
        });
    }

    /** What has gone does not say any more who saw it. */
    private static <V> Stream<ListChange> told(
            Caller caller, WatchedList<V> list, ChangedRow row, @Nullable V present) {
        if (present != null) {
            return Stream.of(ListChange.changed(row.position(), present));
        }
        return list.isSeenWhole(caller) && !caller.isLimited()
                ? Stream.of(ListChange.removed(row.position(), row.id()))
                : Stream.empty();
    }
}
