package io.skyholm.streams;

import io.skyholm.runtime.problem.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.function.Function;

/** All streams of one kind in this process. */
public final class LiveStream<T> {

    private final StreamLimits limits;
    private final StreamFormat<T> format;
    private final OpenStreams open;

    /** Streams that are written so, within these limits. */
    public LiveStream(StreamLimits limits, StreamFormat<T> format) {
        this.limits = limits;
        this.format = format;
        this.open = new OpenStreams(limits.watchers());
    }

    /** Refuses one watcher too many, and one whose tenant is suspended, while that can still be answered: a stream begins with 200. */
    public void requireRoom(Subscriber subscriber) {
        subscriber.caller().requireActive();
        open.refusal(subscriber.caller()).ifPresent(problem -> {
            throw problem;
        });
    }

    /** The events behind a position, as they come; they end when the watcher's access does. */
    public Multi<OutboundSseEvent> events(Sse sse, Subscriber subscriber, long position, StreamSource<T> source) {
        return entering(subscriber, place -> Multi.createBy()
                .concatenating()
                .streams(
                        pages(place, subscriber, position, source)
                                .onItem()
                                .transformToIterable(page -> events(sse, page)),
                        farewell(sse, place)));
    }

    /** Pages of what comes behind a position; an empty one says that there was nothing for a while. */
    Multi<StreamPage<T>> pages(Subscriber subscriber, long position, StreamSource<T> source) {
        return entering(subscriber, place -> pages(place, subscriber, position, source));
    }

    private <I> Multi<I> entering(Subscriber subscriber, Function<OpenStreams.Place, Multi<I>> stream) {
        return Multi.createFrom()
                .deferred(() -> open.enter(subscriber.caller()).map(stream).orElseGet(() -> Multi.createFrom()
                        .empty()));
    }

    /** Whose turn is over would be refused if they came back at once, and a browser that is refused does not come again by itself. */
    private Multi<OutboundSseEvent> farewell(Sse sse, OpenStreams.Place place) {
        return Multi.createFrom()
                .deferred(() -> place.isGivenUp()
                        ? Multi.createFrom()
                                .item(sse.newEventBuilder()
                                        .comment("others wait")
                                        .reconnectDelay(limits.watchers().turn().toMillis())
                                        .build())
                        : Multi.createFrom().empty());
    }

    private Multi<StreamPage<T>> pages(
            OpenStreams.Place place, Subscriber subscriber, long position, StreamSource<T> source) {
        Watcher<T> watcher = new Watcher<>(position, format.position(), limits.longest());
        return Multi.createBy()
                .repeating()
                .uni(() -> look(watcher, subscriber, source))
                .whilst(look -> !look.ends() && !place.isGivenUp())
                .filter(Watcher.Look::worthSending)
                .map(Watcher.Look::page)
                .onTermination()
                .invoke(() -> open.leave(place));
    }

    private Uni<Watcher.Look<T>> look(Watcher<T> watcher, Subscriber subscriber, StreamSource<T> source) {
        Uni<StreamPage<T>> found = Uni.createFrom().deferred(() -> found(watcher, subscriber, source));
        return (watcher.isBehind() ? found : afterAPause(found)).map(watcher::take);
    }

    private Uni<StreamPage<T>> found(Watcher<T> watcher, Subscriber subscriber, StreamSource<T> source) {
        return watcher.isToCheck(limits.recheck())
                ? subscriber
                        .access()
                        .replaceWith(true)
                        .onFailure(Problem.class)
                        .recoverWithItem(false)
                        .chain(allowed -> allowed ? source.after(watcher.position()) : end(watcher))
                : source.after(watcher.position());
    }

    private Uni<StreamPage<T>> end(Watcher<T> watcher) {
        return Uni.createFrom().item(new StreamPage<>(List.of(), watcher.position(), false, true));
    }

    private Uni<StreamPage<T>> afterAPause(Uni<StreamPage<T>> look) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(limits.pause()).chain(() -> look);
    }

    /** A comment has an id, too: whoever heard nothing else would otherwise come back where they began. */
    private List<OutboundSseEvent> events(Sse sse, StreamPage<T> page) {
        return page.items().isEmpty()
                ? List.of(sse.newEventBuilder()
                        .id(Long.toString(page.seen()))
                        .comment("still here")
                        .build())
                : page.items().stream().map(item -> event(sse, item)).toList();
    }

    private OutboundSseEvent event(Sse sse, T item) {
        return sse.newEventBuilder()
                .id(Long.toString(format.position().applyAsLong(item)))
                .name(format.name().apply(item))
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, format.data().apply(item))
                .build();
    }
}
