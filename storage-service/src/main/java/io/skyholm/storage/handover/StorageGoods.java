package io.skyholm.storage.handover;

import static io.skyholm.events.identity.CountedKind.DISK_ATTACHMENTS;

import io.skyholm.events.compute.GoodsContext;
import io.skyholm.events.compute.InstanceTransferFact;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.handover.Found;
import io.skyholm.handover.Goods;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Owner;
import io.skyholm.storage.attachment.AttachmentsOfInstances;
import io.skyholm.storage.bootdisk.BootDisksOfInstances;
import io.skyholm.storage.disk.TransferableDisks;
import io.skyholm.storage.instance.Instances;
import io.skyholm.storage.transfer.DisksOfInstances;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The disks of an instance: that which it boots from, and those that are attached to it, with what goes along with each. */
@Singleton
class StorageGoods implements Goods {

    /** Which disks those are. */
    private record Disks(List<UUID> booted, List<UUID> attached) {

        List<UUID> all() {
            return Stream.concat(booted.stream(), attached.stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private final BootDisksOfInstances booted;
    private final AttachmentsOfInstances attached;
    private final DisksOfInstances disks;
    private final TransferableDisks holding;
    private final Instances instances;
    private final RowQuotas quotas;

    StorageGoods(
            BootDisksOfInstances booted,
            AttachmentsOfInstances attached,
            DisksOfInstances disks,
            TransferableDisks holding,
            Instances instances,
            RowQuotas quotas) {
        this.booted = booted;
        this.attached = attached;
        this.disks = disks;
        this.holding = holding;
        this.instances = instances;
        this.quotas = quotas;
    }

    @Override
    public GoodsContext context() {
        return GoodsContext.STORAGE;
    }

    @Override
    public Uni<Found> look(Work work, UUID instance) {
        return of(work, instance)
                .chain(found -> counts(work, found))
                .map(Found::of)
                .onFailure(Problem.class)
                .recoverWithItem(why -> Found.refused(why));
    }

    /**
     * All that can be refused is asked before anything is written. Disks are held before what is known of the instance, as whoever attaches
     * one does.
     */
    @Override
    public Uni<Found> prepare(Work work, InstanceTransferFact offer) {
        return of(work, offer.instanceId())
                .chain(found -> counts(work, found)
                        .call(() -> checkStill(work, offer.instanceId(), found))
                        .map(Found::of)
                        .chain(counted -> claimed(work, offer.toTenantId(), counted))
                        .call(claimed -> claimed.isRefused() ? nothing() : hold(work, found.all(), offer.id())))
                .onFailure(Problem.class)
                .recoverWithItem(why -> Found.refused(why));
    }

    private Uni<Disks> of(Work work, UUID instance) {
        return booted.disks(work, instance)
                .chain(boots -> attached.disks(work, instance).map(others -> new Disks(boots, others)));
    }

    private Uni<Map<CountedKind, Long>> counts(Work work, Disks found) {
        return disks.counts(work, found.all()).map(counts -> {
            Map<CountedKind, Long> all = new EnumMap<>(CountedKind.class);
            all.putAll(counts);
            all.put(DISK_ATTACHMENTS, (long) found.attached().size());
            return all;
        });
    }

    /** Nothing more is attached until the transaction ends; what was until then is in the way. */
    private Uni<Void> checkStill(Work work, UUID instance, Disks found) {
        return instances
                .alone(work, instance)
                .chain(() -> of(work, instance))
                .invoke(now -> {
                    if (!now.equals(found)) {
                        throw Problem.of(
                                ProblemKind.CONFLICT,
                                "INSTANCE_DISKS_CHANGED",
                                "Its disks changed at this moment; try again");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Found> claimed(Work work, UUID toTenant, Found counted) {
        return Sequentially.of(
                        Stream.of(CountedKind.values())
                                .filter(kind -> counted.counts().containsKey(kind.label()))
                                .toList(),
                        kind -> quotas.claim(
                                work, toTenant, kind, counted.counts().getOrDefault(kind.label(), 0L)))
                .replaceWith(counted)
                .onFailure(Problem.class)
                .recoverWithItem(why -> counted.withoutRoom(why));
    }

    private Uni<Void> hold(Work work, List<UUID> ids, @Nullable UUID offer) {
        return Sequentially.of(ids, id -> holding.hold(work, id, offer)).replaceWithVoid();
    }

    @Override
    public Uni<Void> give(Work work, InstanceTransferFact offer) {
        Owner to = new Owner(offer.toTenantId(), offer.userId());
        return holding.heldBy(work, offer.id())
                .chain(ids -> disks.give(work, ids, to))
                .chain(() -> attached.give(work, offer.instanceId(), offer.toTenantId()))
                .chain(() -> booted.give(work, offer.instanceId(), offer.toTenantId()));
    }

    @Override
    public Uni<Void> letGo(Work work, InstanceTransferFact offer) {
        return holding.heldBy(work, offer.id()).chain(ids -> hold(work, ids, null));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    /** It gets and loses no disk meanwhile, nor by who has given it until storage knows whose it is now. */
    @Produces
    @Singleton
    static AttachmentsOfInstances.Hold held() {
        return () -> """
                select 1 from instance_goods goods where instance_id = $1 and (phase = 'PREPARED' or phase = 'GIVEN' and exists (
                    select from known_instance known where known.id = goods.instance_id and known.tenant_id = goods.tenant_id))""";
    }
}
