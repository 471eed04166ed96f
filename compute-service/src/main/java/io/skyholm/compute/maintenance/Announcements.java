package io.skyholm.compute.maintenance;

import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.pool.ReactiveConnection;

/** Makes the notices of a window and keeps them true. Whoever calls holds the window. */
@Singleton
class Announcements {

    /** How many are made, or changed, in one transaction. */
    private static final int MOST = 200;

    /** More than a machine has instances. */
    private static final int MOST_OPEN = 5000;

    private static final String UNTOLD = """
            select id, tenant_id from instance
            where compute_machine_id = $1 and deleted_at is null and not exists (
                select 1 from maintenance_notice notice
                where notice.window_id = $2 and notice.instance_id = instance.id and notice.ended_at is null)
            order by id limit $3""";

    private static final String WHEREABOUTS = """
            select notice.id, instance.compute_machine_id is not distinct from $2, move.id
            from maintenance_notice notice
            left join instance on instance.id = notice.instance_id and instance.deleted_at is null
            left join operation move on move.id = instance.operation_id and move.kind = 'MOVE' and move.ended_at is null
            where notice.window_id = $1 and notice.ended_at is null""";

    private final NoticePublisher publisher;

    Announcements(NoticePublisher publisher) {
        this.publisher = publisher;
    }

    /** Announces the window to whoever has not heard of it, and has its notices say what is true now. */
    Uni<Told> tell(Work work, Window window) {
        Uni<Integer> announced =
                window.isOpen() ? announce(work, window) : Uni.createFrom().item(0);
        return announced.chain(
                many -> follow(work, window).map(told -> many < MOST ? told : new Told(told.open(), true)));
    }

    private Uni<Integer> announce(Work work, Window window) {
        return work.query(UNTOLD, window.computeMachineId, window.id, MOST)
                .map(rows -> made(rows, window))
                .call(notices -> each(notices, notice -> {
                    publisher.publish(work, notice);
                    return work.insert(notice);
                }))
                .map(List::size);
    }

    private static List<Notice> made(ReactiveConnection.Result rows, Window window) {
        Instant now = Instant.now();
        List<Notice> made = new ArrayList<>();
        rows.forEachRemaining(row -> made.add(new Notice(Ids.next(), (UUID) row[1], (UUID) row[0], window, now)));
        return made;
    }

    private Uni<Told> follow(Work work, Window window) {
        return work.query(WHEREABOUTS, window.id, window.computeMachineId)
                .map(Announcements::whereabouts)
                .chain(places -> open(work, window).chain(notices -> follow(work, window, notices, places)));
    }

    private Uni<Told> follow(Work work, Window window, List<Notice> notices, Map<UUID, Whereabouts> places) {
        Instant now = Instant.now();
        List<Notice> changed = notices.stream()
                .filter(notice -> notice.follow(window, Objects.requireNonNull(places.get(notice.id)), now))
                .limit(MOST)
                .toList();
        return each(changed, notice -> save(work, notice))
                .replaceWith(
                        () -> new Told(notices.stream().filter(Notice::isOpen).toList(), changed.size() == MOST));
    }

    /** Writes what has changed in a notice, and tells of it. */
    Uni<Void> save(Work work, Notice notice) {
        notice.changed(Instant.now());
        publisher.publish(work, notice);
        return work.update(notice);
    }

    private static Uni<List<Notice>> open(Work work, Window window) {
        return work.session()
                .createSelectionQuery(
                        "from Notice where windowId = :window and endedAt is null order by instanceId", Notice.class)
                .setParameter("window", window.id)
                .setMaxResults(MOST_OPEN)
                .getResultList();
    }

    private static Map<UUID, Whereabouts> whereabouts(ReactiveConnection.Result rows) {
        Map<UUID, Whereabouts> places = new HashMap<>();
        rows.forEachRemaining(row -> places.put((UUID) row[0], new Whereabouts((Boolean) row[1], (UUID) row[2])));
        return places;
    }

    private static Uni<Void> each(List<Notice> notices, Function<Notice, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(notices)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** The notices that are open, in the order of their instances, and whether there is more to tell. */
    record Told(List<Notice> open, boolean more) {}
}
