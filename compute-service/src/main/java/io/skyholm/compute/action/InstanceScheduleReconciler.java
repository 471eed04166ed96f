package io.skyholm.compute.action;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstancePublisher;
import io.skyholm.compute.schedule.Schedule;
import io.skyholm.compute.schedule.ScheduledAction;
import io.skyholm.compute.wallet.Wallets;
import io.skyholm.events.compute.InstanceEvents;
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
import java.util.UUID;

/**
 * Starts and stops instances at the times of their schedules; the sweep finds those whose time is near. While a tenant may
 * change nothing, its schedules start nothing either: they would use what nobody may ask for.
 */
@ApplicationScoped
class InstanceScheduleReconciler implements Reconciler {

    static final String KIND = "instance-schedule";

    private static final String STANDING =
            "select lower(status) from known_tenant where id = $1 and status <> 'ACTIVE'";

    private final TenantTransaction transactions;
    private final ActionStarter starter;
    private final InstancePublisher publisher;
    private final Wallets wallets;

    InstanceScheduleReconciler(
            TenantTransaction transactions, ActionStarter starter, InstancePublisher publisher, Wallets wallets) {
        this.transactions = transactions;
        this.starter = starter;
        this.publisher = publisher;
        this.wallets = wallets;
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
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions.change(Cause.calendar(), work -> work.lock(Instance.class, id)
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
        return schedule.due(at, now)
                .map(due -> due == ScheduledAction.START ? startIfAllowed(work, instance) : act(work, instance, due))
                .orElseGet(() -> work.update(instance))
                .replaceWith(Next.DONE);
    }

    private Uni<Void> startIfAllowed(Work work, Instance instance) {
        return work.value(String.class, STANDING, instance.tenantId())
                .chain(standing -> standing.map(refused -> skip(work, instance, "the tenant is " + refused))
                        .orElseGet(() -> startIfPaid(work, instance)));
    }

    private Uni<Void> startIfPaid(Work work, Instance instance) {
        return wallets.refusal(work, instance.tenantId(), instance.allocation().planId())
                .chain(refusal -> refusal.map(problem -> skip(work, instance, problem.detail()))
                        .orElseGet(() -> act(work, instance, ScheduledAction.START)));
    }

    private Uni<Void> act(Work work, Instance instance, ScheduledAction due) {
        return work.update(instance)
                .chain(() -> starter.tryBegin(work, instance.id(), InstanceAction.of(kind(due), null)))
                .replaceWithVoid();
    }

    private Uni<Void> skip(Work work, Instance instance, String why) {
        instance.progress().explained("Its schedule did not start it: " + why);
        publisher.changed(work, InstanceEvents.CHANGED, instance, null);
        return work.update(instance);
    }

    private static OperationKind kind(ScheduledAction action) {
        return action == ScheduledAction.START ? OperationKind.START : OperationKind.STOP;
    }
}
