package io.skyholm.storage.transfer;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.TransferEvents;
import io.skyholm.events.storage.TransferStatus;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Owner;
import io.skyholm.storage.wallet.Wallets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What those can do to whom something is offered. Their transactions see both tenants, so each looks first at what the offer is to the
 * caller's tenant.
 */
@ApplicationScoped
class TransferAnswers {

    /** One that may not change anything itself has nothing taken from it either; of one that is not known yet nothing is held. */
    private static final String NOT_ACTIVE = "select 1 from known_tenant where id = $1 and status <> 'ACTIVE'";

    private final Commands commands;
    private final TenantTransaction transactions;
    private final TransferStore store;
    private final StorageTransfers transfers;
    private final OfferRights rights;
    private final Wallets wallets;
    private final RowQuotas quotas;

    TransferAnswers(
            Commands commands,
            TenantTransaction transactions,
            TransferStore store,
            StorageTransfers transfers,
            OfferRights rights,
            Wallets wallets,
            RowQuotas quotas) {
        this.commands = commands;
        this.transactions = transactions;
        this.store = store;
        this.transfers = transfers;
        this.rights = rights;
        this.wallets = wallets;
        this.quotas = quotas;
    }

    /** All of it goes in one transaction. Who has accepted already is answered the same. */
    Uni<StorageTransferView> accept(Call call, UUID id, AcceptStorage command) {
        return looked(call, id, command.key())
                .invoke(found -> requireCreate(call, found))
                .call(found -> found.status() == TransferStatus.PENDING
                        ? rights.check(found, transfers.of(found.resourceType()))
                        : Uni.createFrom().voidItem())
                .chain(() -> commands.changeAcrossTenants(
                        call, work -> locked(work, id).chain(transfer -> accept(call, work, transfer, command.key()))));
    }

    private void requireCreate(Call call, OpenOffer found) {
        call.caller().require(new Permission(transfers.of(found.resourceType()).permission(), Action.CREATE));
    }

    /** Each wrong key counts, also in what is only tried out, and whatever becomes of the rest. */
    private Uni<OpenOffer> looked(Call call, UUID id, @Nullable String key) {
        return transactions
                .change(call.causeAcrossTenants(), work -> store.all()
                        .locked(work, id)
                        .chain(found -> found.map(transfer -> look(call, work, transfer, key))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))))
                .map(found -> found.orElseThrow(StorageTransferProblems::notFound));
    }

    private Uni<Optional<OpenOffer>> look(Call call, Work work, StorageTransfer transfer, @Nullable String key) {
        return switch (transfer.standing(call.caller().tenantId(), key, work.now())) {
            case OFFERED, OVER -> Uni.createFrom().item(Optional.of(OpenOffer.of(transfer)));
            case OWN -> throw StorageTransferProblems.isYours();
            case HIDDEN -> Uni.createFrom().item(Optional.empty());
            case WRONG_KEY -> refuseKey(work, transfer).replaceWith(Optional.empty());
        };
    }

    /** Of whose key it was the tenant is told nothing. */
    private Uni<StorageTransferView> refuseKey(Work work, StorageTransfer transfer) {
        boolean isLast = transfer.refuseKey(work.now());
        return store.saveEnd(work, isLast ? TransferEvents.CANCELLED : TransferEvents.KEY_REFUSED, transfer);
    }

    private Uni<StorageTransfer> locked(Work work, UUID id) {
        return store.all().locked(work, id).map(found -> found.orElseThrow(StorageTransferProblems::notFound));
    }

    private Uni<StorageTransferView> accept(Call call, Work work, StorageTransfer transfer, @Nullable String key) {
        UUID tenant = call.caller().tenantId();
        return switch (transfer.standing(tenant, key, work.now())) {
            case OFFERED -> take(call, work, transfer);
            case OVER -> over(transfer, TransferStatus.ACCEPTED);
            case OWN, HIDDEN, WRONG_KEY -> throw StorageTransferProblems.notFound();
        };
    }

    /** Who asks again for what they have done is told that it is so. */
    private Uni<StorageTransferView> over(StorageTransfer transfer, TransferStatus wanted) {
        if (transfer.status != wanted) {
            throw StorageTransferProblems.notPending();
        }
        return Uni.createFrom().item(store.all().view(transfer));
    }

    private Uni<StorageTransferView> take(Call call, Work work, StorageTransfer transfer) {
        Transferable transferable = transfers.of(transfer.resourceType);
        Owner to = new Owner(call.caller().tenantId(), call.caller().id());
        return work.none(StorageTransferProblems::notGranted, NOT_ACTIVE, transfer.tenantId)
                .chain(() -> transferable
                        .held(work, transfer.resourceId)
                        .onFailure(Problem.class)
                        .transform(why -> StorageTransferProblems.notNow()))
                .map(found -> found.filter(goods -> goods.tenantId().equals(transfer.tenantId))
                        .orElseThrow(StorageTransferProblems::isGone))
                .invoke(goods -> goods.checkWithin(transfer.counts))
                .call(() -> wallets.require(work, to.tenantId()))
                .chain(goods ->
                        Sequentially.of(goods.counts().entrySet(), amount -> claim(work, to.tenantId(), amount)))
                .chain(() -> transferable.give(work, transfer.resourceId, to))
                .invoke(() -> transfer.accept(to.tenantId(), work.now()))
                .chain(() -> store.saveAnswer(work, TransferEvents.ACCEPTED, transfer, to.tenantId()));
    }

    private Uni<Void> claim(Work work, UUID tenant, Map.Entry<CountedKind, Long> amount) {
        return quotas.claim(work, tenant, amount.getKey(), amount.getValue());
    }

    /** Whoever has a key declines by not using it. */
    Uni<StorageTransferView> decline(Call call, UUID id) {
        return commands.changeAcrossTenants(
                call, work -> locked(work, id).chain(transfer -> decline(call, work, transfer)));
    }

    private Uni<StorageTransferView> decline(Call call, Work work, StorageTransfer transfer) {
        UUID tenant = call.caller().tenantId();
        return switch (transfer.standing(tenant, null, work.now())) {
            case OFFERED -> {
                transfer.decline(work.now());
                yield store.saveAnswer(work, TransferEvents.DECLINED, transfer, tenant);
            }
            case OVER -> over(transfer, TransferStatus.DECLINED);
            case OWN -> throw StorageTransferProblems.isYours();
            case HIDDEN, WRONG_KEY -> throw StorageTransferProblems.notFound();
        };
    }
}
