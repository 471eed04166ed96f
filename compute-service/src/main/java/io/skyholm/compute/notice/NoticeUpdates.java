package io.skyholm.compute.notice;

import io.skyholm.compute.maintenance.WindowView;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the notices of a window and keeps them true. Whoever calls holds the window. */
@Singleton
class NoticeUpdates {

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

    private static final String LOCATIONS = """
            select notice.id as notice_id, instance.compute_machine_id is not distinct from $2 as here, move.id as move
            from maintenance_notice notice
            left join instance on instance.id = notice.instance_id and instance.deleted_at is null
            left join operation move on move.id = instance.operation_id and move.kind = 'MOVE' and move.ended_at is null
            where notice.window_id = $1 and notice.ended_at is null""";

    private record Affected(UUID id, UUID tenantId) {}

    private record Found(
            UUID noticeId, boolean here, @Nullable UUID move) {

        InstanceLocation location() {
            return new InstanceLocation(here, move);
        }
    }

    private final NoticeStore store;

    NoticeUpdates(NoticeStore store) {
        this.store = store;
    }

    /** Announces the window to whoever has not heard of it, and has its notices say what is true now. */
    Uni<Told> tell(Work work, WindowView window) {
        Uni<Integer> announced =
                window.open() ? announce(work, window) : Uni.createFrom().item(0);
        return announced.chain(
                many -> follow(work, window).map(told -> many < MOST ? told : new Told(told.open(), true)));
    }

    private Uni<Integer> announce(Work work, WindowView window) {
        return work.list(Affected.class, UNTOLD, window.computeMachineId(), window.id(), MOST)
                .map(affected -> made(affected, window, work.now()))
                .call(notices -> Sequentially.of(notices, notice -> store.insert(work, notice)))
                .map(List::size);
    }

    private static List<Notice> made(List<Affected> affected, WindowView window, Instant now) {
        return affected.stream()
                .map(instance -> new Notice(Ids.next(), instance.tenantId(), instance.id(), window, now))
                .toList();
    }

    private Uni<Told> follow(Work work, WindowView window) {
        return work.list(Found.class, LOCATIONS, window.id(), window.computeMachineId())
                .map(found -> found.stream().collect(Collectors.toMap(Found::noticeId, Found::location)))
                .chain(locations -> open(work, window).chain(notices -> follow(work, window, notices, locations)));
    }

    private Uni<Told> follow(
            Work work, WindowView window, List<Notice> notices, Map<UUID, InstanceLocation> locations) {
        List<Notice> changed = notices.stream()
                .filter(notice -> notice.follow(window, Objects.requireNonNull(locations.get(notice.id))))
                .limit(MOST)
                .toList();
        return Sequentially.of(changed, notice -> store.save(work, notice, null))
                .replaceWith(
                        () -> new Told(notices.stream().filter(Notice::isOpen).toList(), changed.size() == MOST));
    }

    private static Uni<List<Notice>> open(Work work, WindowView window) {
        return work.session()
                .createSelectionQuery(
                        "from Notice where windowId = :window and revision.deletedAt is null order by instanceId",
                        Notice.class)
                .setParameter("window", window.id())
                .setMaxResults(MOST_OPEN)
                .getResultList();
    }

    /** The notices that are open, in the order of their instances, and whether there is more to tell. */
    record Told(List<Notice> open, boolean more) {}
}
