package io.skyholm.compute.action;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.schedule.Schedule;
import io.skyholm.compute.schedule.ScheduledAction;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Starts and stops instances at the times of their schedules; the sweep finds those whose time is near. */
@ApplicationScoped
class ScheduleReconciler implements Reconciler {

    static final String KIND = "instance-schedule";

    private final TenantTransaction transactions;
    private final ActionStarter starter;

    ScheduleReconciler(TenantTransaction transactions, ActionStarter starter) {
        this.transactions = transactions;
        this.starter = starter;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return "select id from instance where scheduled_at < calendar_now() + interval '2 minutes' and deleted_at is null";
    }

    @Override
    public Uni<Next> step(UUID id) {
        return transactions.change(Cause.platform(), work -> work.lock(Instance.class, id)
                .chain(found -> found.map(instance -> look(work, instance, work.now()))
                        .orElseGet(() -> Uni.createFrom().item(Next.DONE))));
    }

    private Uni<Next> look(Work work, Instance instance, Instant now) {
        Schedule schedule = instance.profile().schedule();
        Instant at = instance.profile().scheduledAt();
        if (schedule == null || at == null || instance.isDeleted()) {
            return Uni.createFrom().item(Next.DONE);
        }
        if (at.isAfter(now)) {
            return Uni.createFrom().item(Next.in(Duration.between(now, at)));
        }
        instance.profile().schedule(schedule, now);
        return work.update(instance)
                .chain(() -> schedule.due(at, now)
                        .map(action -> starter.tryBegin(work, instance.id(), InstanceAction.of(kind(action), null)))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .replaceWith(Next.DONE);
    }

    private static OperationKind kind(ScheduledAction action) {
        return action == ScheduledAction.START ? OperationKind.START : OperationKind.STOP;
    }
}
