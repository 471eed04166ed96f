package io.skyholm.network.handover;

import io.skyholm.events.compute.InstanceTransferFact;
import io.skyholm.events.identity.CountedKind;
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
class NetworkGoods {

    private final AddressesOfInstances addresses;
    private final ReceivingNetworks networks;
    private final RowQuotas quotas;

    NetworkGoods(AddressesOfInstances addresses, ReceivingNetworks networks, RowQuotas quotas) {
        this.addresses = addresses;
        this.networks = networks;
        this.quotas = quotas;
    }

    /** What there is, and whether it could go now. */
    Uni<Found> look(Work work, UUID instance) {
        return addresses
                .count(work, instance)
                .map(many -> Found.of(Map.of(CountedKind.ADDRESSES, many)))
                .onFailure(Problem.class)
                .recoverWithItem(why -> Found.refused(why));
    }

    /** Holds it for the tenant that it is promised to. All that can be refused is asked before anything is written. */
    Uni<Found> prepare(Work work, InstanceGoods goods, InstanceTransferFact offer) {
        return look(work, goods.instanceId)
                .chain(found -> found.isRefused() ? Uni.createFrom().item(found) : claimed(work, goods, offer, found))
                .call(found -> found.isRefused()
                        ? Uni.createFrom().voidItem()
                        : addresses.hold(work, goods.instanceId, goods.id, goods.toTenantId, offer.userId()));
    }

    private Uni<Found> claimed(Work work, InstanceGoods goods, InstanceTransferFact offer, Found found) {
        long many = found.counts().getOrDefault(CountedKind.ADDRESSES.label(), 0L);
        return networks.check(work, goods.instanceId, offer)
                .chain(() -> quotas.claim(work, goods.toTenantId, CountedKind.ADDRESSES, many))
                .chain(() -> addresses.checkLimits(work, goods.instanceId, goods.toTenantId, offer.userId()))
                .replaceWith(found)
                .onFailure(Problem.class)
                .recoverWithItem(why -> found.withoutRoom(why));
    }

    /** They are the other tenant's from now on. */
    Uni<Void> give(Work work, InstanceGoods goods, InstanceTransferFact offer) {
        return addresses.give(work, goods.id, goods.toTenantId, offer.userId());
    }

    /** They stay whose they are, and can be changed again. */
    Uni<Void> letGo(Work work, InstanceGoods goods) {
        return addresses.letGo(work, goods.id);
    }
}
