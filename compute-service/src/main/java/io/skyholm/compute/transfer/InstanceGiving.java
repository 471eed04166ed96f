package io.skyholm.compute.transfer;

import io.skyholm.compute.image.BootImages;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstancePublisher;
import io.skyholm.compute.notice.NoticesOfInstance;
import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.compute.quota.Charge;
import io.skyholm.compute.quota.Quotas;
import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Makes an instance another tenant's, in the transaction that says so for all, or lets it stay. */
@Singleton
class InstanceGiving {

    /** One that may not change anything itself has nothing taken from it either; of one that is not known yet nothing is held. */
    static final String NOT_ACTIVE = "select 1 from known_tenant where id = $1 and status <> 'ACTIVE'";

    private static final String GONE = "The instance is no more, or cannot go any more";
    private static final String NOT_ACTIVE_HERE = "Your tenant may change nothing now";

    private final BootImages images;
    private final Quotas quotas;
    private final VirtualMachines vms;
    private final NoticesOfInstance notices;
    private final InstancePublisher publisher;
    private final InstanceWaker waker;

    InstanceGiving(
            BootImages images,
            Quotas quotas,
            VirtualMachines vms,
            NoticesOfInstance notices,
            InstancePublisher publisher,
            InstanceWaker waker) {
        this.images = images;
        this.quotas = quotas;
        this.vms = vms;
        this.notices = notices;
        this.publisher = publisher;
        this.waker = waker;
    }

    /** Gives it, or says why not; in that case nothing has changed. */
    Uni<Optional<Reason>> give(Work work, InstanceTransfer transfer) {
        return held(work, transfer)
                .map(found -> found.filter(instance -> instance.tenantId().equals(transfer.tenantId))
                        .orElseThrow(() -> new NotNow(Reason.ofBoth(GONE))))
                .chain(instance ->
                        claimed(work, transfer, instance).chain(charge -> give(work, transfer, instance, charge)))
                .replaceWith(Optional.<Reason>empty())
                .onFailure(NotNow.class)
                .recoverWithItem(failure -> Optional.of(failure.reason));
    }

    /** It can be used again. */
    Uni<Void> letGo(Work work, InstanceTransfer transfer) {
        return held(work, transfer).chain(found -> found.map(instance -> letGo(work, instance))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> letGo(Work work, Instance instance) {
        instance.hold(null);
        publisher.changed(work.asPlatform(), InstanceEvents.CHANGED, instance, null);
        waker.remind(work, instance.id());
        return work.update(instance);
    }

    private static Uni<Optional<Instance>> held(Work work, InstanceTransfer transfer) {
        return work.lock(Instance.class, transfer.instanceId)
                .map(found -> found.filter(instance -> !instance.isDeleted() && instance.isHeldBy(transfer.id)));
    }

    /** All that can be refused is asked first; the quota last, since what it gives would have to be given back. */
    private Uni<Charge> claimed(Work work, InstanceTransfer transfer, Instance instance) {
        checkIsReady(instance, transfer);
        UUID to = transfer.toTenantId;
        UUID by = Objects.requireNonNull(transfer.acceptedBy, "somebody has accepted it");
        return work.none(() -> new NotNow(Reason.ofReceiver(NOT_ACTIVE_HERE)), NOT_ACTIVE, to)
                .chain(() ->
                        work.none(() -> new NotNow(Reason.ofGiver(NOT_ACTIVE_HERE)), NOT_ACTIVE, transfer.tenantId))
                .chain(() -> images.checkOwner(work, instance.boot().imageVersionId(), to)
                        .onFailure(Problem.class)
                        .transform(why -> InstanceTransferProblems.imageNotYours()))
                .chain(() -> quotas.claimOrNothing(work, to, by, instance.chargeable()))
                .onFailure(Problem.class)
                .transform(why -> new NotNow(Reason.ofReceiver(why.detail())));
    }

    private static void checkIsReady(Instance instance, InstanceTransfer transfer) {
        TransferableInstance.whyNotNow(instance)
                .or(() -> TransferableInstance.hasGrown(instance, transfer.counts)
                        ? Optional.of(InstanceTransferProblems.hasGrown())
                        : Optional.empty())
                .ifPresent(why -> {
                    throw new NotNow(Reason.ofGiver(why.detail()));
                });
    }

    /** The tenant that it leaves is told what it was, as a newer state, and then the other what it is. */
    private Uni<Void> give(Work work, InstanceTransfer transfer, Instance instance, Charge claimed) {
        Charge before = instance.allocation().charge();
        UUID by = transfer.acceptedBy;
        publisher.changed(work.asPlatform(), InstanceEvents.TRANSFERRED, instance, null);
        return quotas.release(work, transfer.tenantId, before)
                .invoke(() -> {
                    instance.give(transfer.newOwner(), transfer.acceptedNetworks, work.now());
                    instance.allocation().charged(claimed);
                    publisher.changed(work.asPlatform(), InstanceEvents.TRANSFERRED, instance, by);
                    waker.wake(work, instance.id());
                })
                .chain(() -> vms.give(work, instance.virtualMachineId(), transfer.toTenantId))
                .chain(() -> notices.give(work, instance.id(), transfer.toTenantId))
                .chain(() -> work.update(instance));
    }

    /** What is in the way. */
    private static final class NotNow extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Reason reason;

        NotNow(Reason reason) {
            super("It cannot go now");
            this.reason = reason;
        }
    }
}
