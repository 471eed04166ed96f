package io.skyholm.audit.entry;

import io.skyholm.audit.AuditSettings;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Entries as they are recorded, for whoever watches: looked for twice a second, while few enough watch. */
@ApplicationScoped
class LiveStream {

    private static final int PAGE = 500;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final AuditStore store;
    private final int most;
    private final Duration longest;
    private final AtomicInteger watching = new AtomicInteger();

    LiveStream(AuditStore store, AuditSettings settings) {
        this.store = store;
        this.most = settings.streams();
        this.longest = settings.watch();
    }

    /** The position behind which a stream begins that is told nothing else. */
    Uni<Long> now() {
        return store.last();
    }

    /** Refuses one watcher too many while that can still be answered. */
    void requireRoom() {
        if (watching.get() >= most) {
            throw Problem.of(ProblemKind.TOO_MANY_REQUESTS, "Too many watch already; try again when one has gone");
        }
    }

    /** Pages of what comes behind a position; an empty one says that there was nothing for a while. */
    Multi<List<EntryRow>> from(TenantScope scope, AuditFilter filter, long position) {
        return Multi.createFrom().deferred(() -> {
            watching.incrementAndGet();
            return pages(scope, filter, position).onTermination().invoke(watching::decrementAndGet);
        });
    }

    private Multi<List<EntryRow>> pages(TenantScope scope, AuditFilter filter, long position) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Watch(position, longest), watch -> look(scope, filter, watch))
                .until(page -> page.over())
                .filter(page -> page.worthSending())
                .map(Watch.Page::rows);
    }

    private Uni<Watch.Page> look(TenantScope scope, AuditFilter filter, Watch watch) {
        Uni<List<EntryRow>> found =
                Uni.createFrom().deferred(() -> store.recorded(scope, filter, watch.position(), PAGE));
        return (watch.behind()
                        ? found
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(PAUSE)
                                .chain(() -> found))
                .map(rows -> watch.take(rows, rows.size() == PAGE));
    }
}
