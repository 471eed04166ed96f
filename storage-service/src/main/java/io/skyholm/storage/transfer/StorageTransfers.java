package io.skyholm.storage.transfer;

import io.quarkus.arc.All;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.storage.TransferEvents;
import io.skyholm.events.storage.TransferredType;
import io.skyholm.runtime.access.Secret;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What those who offer can do, and how both see what is offered. */
@ApplicationScoped
class StorageTransfers {

    private static final String LATELY = """
            select 1 from storage_transfer
            where tenant_id = $1 and to_tenant_id = $2 and created_at > calendar_now() - interval '1 day'
            offset $3 limit 1""";

    private final Commands commands;
    private final TransferStore store;
    private final List<Transferable> transferables;
    private final ReconcileQueue queue;

    StorageTransfers(
            Commands commands, TransferStore store, @All List<Transferable> transferables, ReconcileQueue queue) {
        this.commands = commands;
        this.store = store;
        this.transferables = transferables;
        this.queue = queue;
    }

    /** How things of that type go to another tenant. */
    Transferable of(TransferredType type) {
        return transferables.stream()
                .filter(each -> each.type() == type)
                .findFirst()
                .orElseThrow();
    }

    /** The answer that is kept for a repeated request holds no key: whoever missed it cancels this offer and makes another. */
    Uni<StorageTransferView> offer(Call call, OfferStorage command) {
        Transferable transferable = of(command.resourceType());
        call.caller().require(new Permission(transferable.permission(), Action.DELETE));
        UUID id = Ids.next();
        Secret key = command.toTenantId() == null ? Secret.fresh() : null;
        return commands.changeOnce(call, command, StorageTransferView.class, work -> transferable
                        .ofCaller(call, work, command.resourceId())
                        .invoke(command::checkIsAnothers)
                        .call(goods -> checkNotTooOften(work, goods.tenantId(), command.toTenantId()))
                        .map(goods -> transfer(call, command, goods, new Made(id, key)))
                        .invoke(transfer -> queue.wake(work, TransferReconciler.KIND, transfer.id))
                        .chain(transfer -> store.all().insert(work, TransferEvents.OFFERED, transfer)))
                .map(view -> key != null && view.id().equals(id) ? view.showing(key) : view);
    }

    /** Each offer is told to the other tenant, who has not asked for it. */
    private static Uni<Void> checkNotTooOften(Work work, UUID from, @Nullable UUID to) {
        return to == null
                ? Uni.createFrom().voidItem()
                : work.none(
                        StorageTransferProblems::tooOften, LATELY, from, to, StorageTransferProblems.MOST_A_DAY - 1L);
    }

    private StorageTransfer transfer(Call call, OfferStorage command, Goods goods, Made made) {
        StorageTransfer transfer = new StorageTransfer(
                made.id(), command, goods, made.key(), store.all().created(call));
        transfer.apiKeyId = call.caller().credential().apiKey();
        return transfer;
    }

    /** Row level security lets nobody but the tenant that offers it hold it. */
    Uni<StorageTransferView> cancel(Call call, UUID id) {
        return commands.change(
                call, work -> store.all().locked(call, work, id).chain(transfer -> cancel(call, work, transfer)));
    }

    private Uni<StorageTransferView> cancel(Call call, Work work, StorageTransfer transfer) {
        if (!transfer.cancel(work.now())) {
            return Uni.createFrom().item(store.all().view(transfer));
        }
        queue.wake(work, TransferReconciler.KIND, transfer.id);
        return store.all().save(call, work, TransferEvents.CANCELLED, transfer);
    }

    Uni<StorageTransferView> get(Call call, UUID id) {
        return store.all().get(call, id);
    }

    /** What one's own tenant offers, and what is offered to it. */
    Uni<Page<StorageTransferView>> list(Call call, StorageTransferFilter filter, ListPart page) {
        TenantScope scope = call.caller().scope();
        ListQuery all = store.all().query();
        ListQuery own = scope.platform() ? all : all.where("(tenant_id = ? or to_tenant_id = ?)", scope.tenantId());
        return store.all().page(call, own.matching(filter), page);
    }

    /** What a new offer is known by. */
    private record Made(UUID id, @Nullable Secret key) {}
}
