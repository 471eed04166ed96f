package io.skyholm.network.handover;

import io.skyholm.events.compute.GoodsContext;
import io.skyholm.events.compute.InstanceTransferFact;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.handover.Found;
import io.skyholm.handover.Goods;
import io.skyholm.network.address.AddressesOfInstances;
import io.skyholm.network.instance.ReceivingNetworks;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** The floating addresses of an instance; its ports follow it by themselves, once compute says whose it is. */
@Singleton
class NetworkGoods implements Goods {

    private final AddressesOfInstances addresses;
    private final ReceivingNetworks networks;
    private final RowQuotas quotas;

    NetworkGoods(AddressesOfInstances addresses, ReceivingNetworks networks, RowQuotas quotas) {
        this.addresses = addresses;
        this.networks = networks;
        this.quotas = quotas;
    }

    @Override
    public GoodsContext context() {
        return GoodsContext.NETWORK;
    }

    @Override
    public Uni<Found> look(Work work, UUID instance) {
        return addresses
                .count(work, instance)
                .map(many -> Found.of(Map.of(CountedKind.ADDRESSES, many)))
                .onFailure(Problem.class)
                .recoverWithItem(why -> Found.refused(why));
    }

    /** All that can be refused is asked before anything is written. */
    @Override
    public Uni<Found> prepare(Work work, InstanceTransferFact offer) {
        return look(work, offer.instanceId())
                .chain(found -> found.isRefused() ? Uni.createFrom().item(found) : claimed(work, offer, found))
                .call(found -> found.isRefused()
                        ? Uni.createFrom().voidItem()
                        : addresses.hold(work, offer.instanceId(), offer.id(), offer.toTenantId(), offer.userId()));
    }

    private Uni<Found> claimed(Work work, InstanceTransferFact offer, Found found) {
        long many = found.counts().getOrDefault(CountedKind.ADDRESSES.label(), 0L);
        return networks.check(work, offer.instanceId(), offer)
                .chain(() -> quotas.claim(work, offer.toTenantId(), CountedKind.ADDRESSES, many))
                .chain(() -> addresses.checkLimits(work, offer.instanceId(), offer.toTenantId(), offer.userId()))
                .replaceWith(found)
                .onFailure(Problem.class)
                .recoverWithItem(why -> found.withoutRoom(why));
    }

    @Override
    public Uni<Void> give(Work work, InstanceTransferFact offer) {
        return addresses.give(work, offer.id(), offer.toTenantId(), offer.userId());
    }

    @Override
    public Uni<Void> letGo(Work work, InstanceTransferFact offer) {
        return addresses.letGo(work, offer.id());
    }
}
