package io.skyholm.compute.transfer;

import io.skyholm.compute.instance.Instance;
import io.skyholm.events.compute.InstanceTransferEvents;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What those who offer can do, and how both see what is offered. */
@ApplicationScoped
class InstanceTransfers {

    private static final String LATELY = """
            select 1 from instance_transfer
            where tenant_id = $1 and to_tenant_id = $2 and created_at > calendar_now() - interval '1 day'
            offset $3 limit 1""";

    private final Commands commands;
    private final TransferStore store;
    private final ReconcileQueue queue;

    InstanceTransfers(Commands commands, TransferStore store, ReconcileQueue queue) {
        this.commands = commands;
        this.store = store;
        this.queue = queue;
    }

    /** Row level security says which instances are the caller's business. */
    Uni<InstanceTransferView> offer(Call call, OfferInstance command) {
        OfferRights.requireToGive(call.caller());
        return commands.changeOnce(call, command, InstanceTransferView.class, work -> held(work, command.instanceId())
                .invoke(instance -> check(instance, command))
                .call(instance -> checkNotTooOften(work, instance.tenantId(), command.toTenantId()))
                .map(instance -> transfer(call, command, instance))
                .invoke(transfer -> queue.wake(work, TransferReconciler.KIND, transfer.id))
                .chain(transfer -> store.all().insert(work, InstanceTransferEvents.OFFERED, transfer)));
    }

    private static Uni<Instance> held(Work work, UUID id) {
        return work.lock(Instance.class, id).map(found -> found.filter(instance -> !instance.isDeleted())
                .orElseThrow(InstanceTransferProblems::nothingToGive));
    }

    private static void check(Instance instance, OfferInstance command) {
        if (instance.tenantId().equals(command.toTenantId())) {
            throw InstanceTransferProblems.isTheirs();
        }
        TransferableInstance.whyNotOffered(instance).ifPresent(why -> {
            throw why;
        });
    }

    /** Each offer is told to the other tenant, who has not asked for it. */
    private static Uni<Void> checkNotTooOften(Work work, UUID from, UUID to) {
        return work.none(
                InstanceTransferProblems::tooOften, LATELY, from, to, InstanceTransferProblems.MOST_A_DAY - 1L);
    }

    private InstanceTransfer transfer(Call call, OfferInstance command, Instance instance) {
        InstanceTransfer transfer =
                new InstanceTransfer(Ids.next(), command, instance, store.all().created(call));
        transfer.apiKeyId = call.caller().credential().apiKey();
        return transfer;
    }

    /** Row level security lets nobody but the tenant that offers it hold it. */
    Uni<InstanceTransferView> cancel(Call call, UUID id) {
        return commands.change(
                call, work -> store.all().locked(call, work, id).chain(transfer -> cancel(call, work, transfer)));
    }

    private Uni<InstanceTransferView> cancel(Call call, Work work, InstanceTransfer transfer) {
        if (!transfer.cancel(work.now())) {
            return Uni.createFrom().item(store.all().view(transfer));
        }
        queue.wake(work, TransferReconciler.KIND, transfer.id);
        return store.all().save(call, work, InstanceTransferEvents.CANCELLED, transfer);
    }

    Uni<InstanceTransferView> get(Call call, UUID id) {
        return store.all().get(call, id);
    }

    /** What one's own tenant offers, and what is offered to it. */
    Uni<Page<InstanceTransferView>> list(Call call, InstanceTransferFilter filter, ListPart page) {
        TenantScope scope = call.caller().scope();
        ListQuery all = store.all().query();
        ListQuery own = scope.platform() ? all : all.where("(tenant_id = ? or to_tenant_id = ?)", scope.tenantId());
        return store.all().page(call, own.matching(filter), page);
    }
}
