package io.skyholm.streams;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** All streams of one kind in this process. */
public final class LiveStream<T> {

    private final StreamLimits limits;
    private final StreamFormat<T> format;
    private final AtomicInteger watching = new AtomicInteger();

    /** Streams that are written so, within these limits. */
    public LiveStream(StreamLimits limits, StreamFormat<T> format) {
        this.limits = limits;
        this.format = format;
    }

    /** Refuses one watcher too many, while that can still be answered: a stream begins with 200. */
    public void requireRoom() {
        if (watching.get() >= limits.watchers()) {
            throw Problem.of(ProblemKind.TOO_MANY_REQUESTS, "Too many watch already; try again when one has gone");
        }
    }

    /** The events behind a position, as they come; they end when the watcher's access does. */
    public Multi<OutboundSseEvent> events(Sse sse, long position, Supplier<Uni<Void>> access, StreamSource<T> source) {
        return pages(position, access, source).onItem().transformToIterable(page -> events(sse, page));
    }

    /** Pages of what comes behind a position; an empty one says that there was nothing for a while. */
    Multi<StreamPage<T>> pages(long position, Supplier<Uni<Void>> access, StreamSource<T> source) {
        return Multi.createFrom().deferred(() -> {
            watching.incrementAndGet();
            Watcher<T> watcher = new Watcher<>(position, format.position(), limits.longest());
            return Multi.createBy()
                    .repeating()
                    .uni(() -> look(watcher, access, source))
                    .whilst(look -> !look.ends())
                    .filter(Watcher.Look::worthSending)
                    .map(Watcher.Look::page)
                    .onTermination()
                    .invoke(watching::decrementAndGet);
        });
    }

    private Uni<Watcher.Look<T>> look(Watcher<T> watcher, Supplier<Uni<Void>> access, StreamSource<T> source) {
        Uni<StreamPage<T>> found = Uni.createFrom().deferred(() -> found(watcher, access, source));
        return (watcher.isBehind() ? found : afterAPause(found)).map(watcher::take);
    }

    private Uni<StreamPage<T>> found(Watcher<T> watcher, Supplier<Uni<Void>> access, StreamSource<T> source) {
        return watcher.isToCheck(limits.recheck())
                ? access.get()
                        .replaceWith(true)
                        .onFailure(Problem.class)
                        .recoverWithItem(false)
                        .chain(allowed -> allowed ? source.after(watcher.position()) : end())
                : source.after(watcher.position());
    }

    private Uni<StreamPage<T>> end() {
        return Uni.createFrom().item(new StreamPage<>(List.of(), false, true));
    }

    private Uni<StreamPage<T>> afterAPause(Uni<StreamPage<T>> look) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(limits.pause()).chain(() -> look);
    }

    private List<OutboundSseEvent> events(Sse sse, StreamPage<T> page) {
        return page.items().isEmpty()
                ? List.of(sse.newEventBuilder().comment("still here").build())
                : page.items().stream().map(item -> event(sse, item)).toList();
    }

    private OutboundSseEvent event(Sse sse, T item) {
        return sse.newEventBuilder()
                .id(Long.toString(format.position().applyAsLong(item)))
                .name(format.name())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, format.data().apply(item))
                .build();
    }
}
