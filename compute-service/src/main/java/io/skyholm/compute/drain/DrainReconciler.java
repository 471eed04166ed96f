package io.skyholm.compute.drain;

import io.skyholm.compute.action.ActionStarter;
import io.skyholm.compute.action.InstanceAction;
import io.skyholm.compute.action.InstanceOnMachine;
import io.skyholm.compute.action.InstancesOnMachine;
import io.skyholm.compute.placement.Placement;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Empties machines, a few instances at a time; what cannot be moved stays, and is named to whoever looks. */
@ApplicationScoped
class DrainReconciler implements Reconciler {

    static final String KIND = "drain";

    private static final int AT_ONCE = 4;
    private static final Next SOON = Next.in(Duration.ofSeconds(1));
    private static final String DRAINING = """
            select id from compute_machine
            where (drain_requested_at is not null or status = 'DECOMMISSIONING') and deleted_at is null
                and fenced_at is null and instances > 0""";

    private final TenantTransaction transactions;
    private final Placement placement;
    private final InstancesOnMachine instances;
    private final ActionStarter starter;

    DrainReconciler(
            TenantTransaction transactions, Placement placement, InstancesOnMachine instances, ActionStarter starter) {
        this.transactions = transactions;
        this.placement = placement;
        this.instances = instances;
        this.starter = starter;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return DRAINING;
    }

    @Override
    public Uni<Next> step(UUID machine, Cause cause) {
        return placement
                .look()
                .chain(seen -> transactions.change(cause, work -> work.exists(DRAINING + " and id = $1", machine)
                        .chain(draining -> draining
                                ? instances
                                        .of(work, machine, seen)
                                        .chain(all -> move(work, machine, all))
                                        .replaceWith(SOON)
                                : Uni.createFrom().item(Next.DONE))));
    }

    /** Those that leave now: a few at once, together with those that are leaving already. */
    static List<InstanceOnMachine> next(List<InstanceOnMachine> all) {
        long leaving = all.stream().filter(InstanceOnMachine::moving).count();
        return all.stream()
                .filter(instance -> !instance.moving() && Blocker.of(instance).isEmpty())
                .limit(Math.max(0, AT_ONCE - leaving))
                .toList();
    }

    private Uni<Void> move(Work work, UUID machine, List<InstanceOnMachine> all) {
        InstanceAction action = InstanceAction.move(machine, null);
        return Sequentially.of(next(all), instance -> starter.tryBegin(work, instance.id(), action))
                .replaceWithVoid();
    }
}
