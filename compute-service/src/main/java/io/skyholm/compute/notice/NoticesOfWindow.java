package io.skyholm.compute.notice;

import io.skyholm.compute.maintenance.WindowNotices;
import io.skyholm.compute.maintenance.WindowView;
import io.skyholm.compute.placement.Placement;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Has the notices of a window follow it, and moves instances as was chosen. */
@Singleton
class NoticesOfWindow implements WindowNotices {

    private final NoticeUpdates updates;
    private final MaintenanceMoves moves;

    NoticesOfWindow(NoticeUpdates updates, MaintenanceMoves moves) {
        this.updates = updates;
        this.moves = moves;
    }

    /** Few tenants hear of it at once; where there are many, the reconciler goes on. */
    @Override
    public Uni<Void> tell(Work work, WindowView window) {
        return updates.tell(work, window).replaceWithVoid();
    }

    @Override
    public Uni<Next> follow(Work work, WindowView window, Placement.Seen seen) {
        return updates.tell(work, window)
                .call(told -> moves.begin(work, window, told.open(), seen))
                .map(told -> NextCheck.next(window, told, work.now()));
    }

    @Override
    public String openWindows() {
        return "select window_id from maintenance_notice where ended_at is null";
    }
}
