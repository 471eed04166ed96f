package io.skyholm.compute.notice;

import io.skyholm.compute.action.ActionStarter;
import io.skyholm.compute.action.InstanceAction;
import io.skyholm.compute.action.InstancesOnMachine;
import io.skyholm.compute.drain.Blocker;
import io.skyholm.compute.maintenance.WindowView;
import io.skyholm.compute.placement.Placement;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves instances away from a machine before its maintenance, at the times that were chosen or at once. */
@Singleton
class MaintenanceMoves {

    private static final int AT_ONCE = 8;

    private final InstancesOnMachine instances;
    private final ActionStarter starter;
    private final NoticeStore store;

    MaintenanceMoves(InstancesOnMachine instances, ActionStarter starter, NoticeStore store) {
        this.instances = instances;
        this.starter = starter;
        this.store = store;
    }

    /** Begins the moves whose time has come, a few at once; what cannot be moved now is tried again later. */
    Uni<Void> begin(Work work, WindowView window, List<Notice> open, Placement.Seen seen) {
        Instant now = work.now();
        List<Notice> due =
                open.stream().filter(notice -> notice.isDue(now)).limit(AT_ONCE).toList();
        return Sequentially.of(due, notice -> attempt(work, window, notice, seen))
                .replaceWithVoid();
    }

    private Uni<Optional<OperationView>> attempt(Work work, WindowView window, Notice notice, Placement.Seen seen) {
        return blocker(work, window, notice, seen)
                .chain(blocker -> blocker.isPresent()
                        ? Uni.createFrom().item(Optional.empty())
                        : begin(work, window, notice, notice.chosenBy));
    }

    /** What keeps an instance where it is; of one that is gone there is nothing to keep. */
    Uni<Optional<Blocker>> blocker(Work work, WindowView window, Notice notice, Placement.Seen seen) {
        return instances
                .one(work, notice.instanceId, window.computeMachineId(), seen)
                .map(found -> found.flatMap(Blocker::of));
    }

    /** Begins one move, if the instance can do that now. */
    Uni<Optional<OperationView>> begin(Work work, WindowView window, Notice notice, @Nullable UUID by) {
        return starter.tryBegin(work, notice.instanceId, InstanceAction.move(window.computeMachineId(), by))
                .call(begun -> begun.map(operation -> {
                            notice.moves(operation.id());
                            return store.save(work, notice, by);
                        })
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
