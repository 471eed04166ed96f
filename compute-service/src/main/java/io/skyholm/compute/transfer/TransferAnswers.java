package io.skyholm.compute.transfer;

import io.skyholm.compute.image.BootImages;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstancePublisher;
import io.skyholm.compute.quota.Quotas;
import io.skyholm.compute.wallet.Wallets;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceTransferEvents;
import io.skyholm.events.compute.InstanceTransferStatus;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/**
 * What those can do to whom an instance is offered. Their transactions see both tenants, so each looks first at what the offer is to the
 * caller's tenant.
 */
@ApplicationScoped
class TransferAnswers {

    private static final Set<InstanceTransferStatus> ACCEPTED =
            Set.of(InstanceTransferStatus.PREPARING, InstanceTransferStatus.ACCEPTED);

    private final Commands commands;
    private final TenantTransaction transactions;
    private final TransferStore store;
    private final OfferRights rights;
    private final BootImages images;
    private final Wallets wallets;
    private final Quotas quotas;
    private final InstancePublisher publisher;
    private final ReconcileQueue queue;

    TransferAnswers(
            Commands commands,
            TenantTransaction transactions,
            TransferStore store,
            OfferRights rights,
            BootImages images,
            Wallets wallets,
            Quotas quotas,
            InstancePublisher publisher,
            ReconcileQueue queue) {
        this.commands = commands;
        this.transactions = transactions;
        this.store = store;
        this.rights = rights;
        this.images = images;
        this.wallets = wallets;
        this.quotas = quotas;
        this.publisher = publisher;
        this.queue = queue;
    }

    /** From then on the instance is held, and goes once all have prepared. Who has accepted already is answered the same. */
    Uni<InstanceTransferView> accept(Call call, UUID id, AcceptInstance command) {
        return looked(call, id)
                .invoke(found -> OfferRights.requireToTake(call.caller()))
                .call(found -> found.status() == InstanceTransferStatus.PENDING
                        ? rights.check(found)
                        : Uni.createFrom().voidItem())
                .chain(() -> commands.changeAcrossTenants(
                        call, work -> locked(work, id).chain(transfer -> accept(call, work, transfer, command))));
    }

    private Uni<OpenOffer> looked(Call call, UUID id) {
        return transactions.change(call.causeAcrossTenants(), work -> locked(work, id)
                .map(transfer -> switch (standing(call, work, transfer)) {
                    case OFFERED, OVER -> OpenOffer.of(transfer);
                    case OWN -> throw InstanceTransferProblems.isYours();
                    case HIDDEN -> throw InstanceTransferProblems.notFound();
                }));
    }

    private static TransferStanding standing(Call call, Work work, InstanceTransfer transfer) {
        return transfer.standing(call.caller().tenantId(), work.now());
    }

    private Uni<InstanceTransfer> locked(Work work, UUID id) {
        return store.all().locked(work, id).map(found -> found.orElseThrow(InstanceTransferProblems::notFound));
    }

    private Uni<InstanceTransferView> accept(Call call, Work work, InstanceTransfer transfer, AcceptInstance command) {
        return switch (standing(call, work, transfer)) {
            case OFFERED -> take(call, work, transfer, command);
            case OVER -> over(transfer, ACCEPTED);
            case OWN, HIDDEN -> throw InstanceTransferProblems.notFound();
        };
    }

    /** Who asks again for what they have done is told that it is so. */
    private Uni<InstanceTransferView> over(InstanceTransfer transfer, Set<InstanceTransferStatus> wanted) {
        if (!wanted.contains(transfer.status)) {
            throw InstanceTransferProblems.notPending();
        }
        return Uni.createFrom().item(store.all().view(transfer));
    }

    private Uni<InstanceTransferView> take(Call call, Work work, InstanceTransfer transfer, AcceptInstance command) {
        if (!transfer.ready) {
            throw InstanceTransferProblems.notLookedAt();
        }
        UUID user = call.caller().id();
        return work.none(InstanceTransferProblems::notGranted, InstanceGiving.NOT_ACTIVE, transfer.tenantId)
                .chain(() -> work.lock(Instance.class, transfer.instanceId))
                .map(found -> found.filter(instance ->
                                !instance.isDeleted() && instance.tenantId().equals(transfer.tenantId))
                        .orElseThrow(InstanceTransferProblems::isGone))
                .invoke(instance -> check(instance, transfer))
                .call(instance -> checkCanBeTaken(work, transfer.toTenantId, user, instance))
                .chain(instance -> hold(work, transfer, instance))
                .invoke(() -> transfer.accept(
                        new InstanceTransfer.Acceptance(
                                user, command.wanted(), call.caller().groups()),
                        work.now()))
                .invoke(() -> queue.wake(work, TransferReconciler.KIND, transfer.id))
                .chain(() -> store.save(work, InstanceTransferEvents.PREPARING, transfer));
    }

    private static void check(Instance instance, InstanceTransfer transfer) {
        if (TransferableInstance.whyNotNow(instance).isPresent()) {
            throw InstanceTransferProblems.notNow();
        }
        if (TransferableInstance.hasGrown(instance, transfer.counts)) {
            throw InstanceTransferProblems.hasGrown();
        }
    }

    /** What is short is said at once; it is claimed when the instance goes, and what it costs is held when it is started. */
    private Uni<Void> checkCanBeTaken(Work work, UUID tenant, UUID user, Instance instance) {
        return images.checkOwner(work, instance.boot().imageVersionId(), tenant)
                .onFailure(Problem.class)
                .transform(why -> InstanceTransferProblems.imageNotYours())
                .chain(() -> wallets.require(work, tenant, null))
                .chain(() -> quotas.claim(work, tenant, user, instance.chargeable()))
                .chain(claimed -> quotas.release(work, tenant, claimed))
                .replaceWithVoid();
    }

    private Uni<Void> hold(Work work, InstanceTransfer transfer, Instance instance) {
        instance.hold(transfer.id);
        publisher.changed(work.asPlatform(), InstanceEvents.CHANGED, instance, null);
        return work.update(instance);
    }

    /** What is being prepared is not declined any more. */
    Uni<InstanceTransferView> decline(Call call, UUID id) {
        return commands.changeAcrossTenants(
                call, work -> locked(work, id).chain(transfer -> decline(call, work, transfer)));
    }

    private Uni<InstanceTransferView> decline(Call call, Work work, InstanceTransfer transfer) {
        return switch (standing(call, work, transfer)) {
            case OFFERED -> {
                transfer.decline(work.now());
                yield store.save(work, InstanceTransferEvents.DECLINED, transfer);
            }
            case OVER -> over(transfer, Set.of(InstanceTransferStatus.DECLINED));
            case OWN -> throw InstanceTransferProblems.isYours();
            case HIDDEN -> throw InstanceTransferProblems.notFound();
        };
    }
}
