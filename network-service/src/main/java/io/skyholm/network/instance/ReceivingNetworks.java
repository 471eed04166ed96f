package io.skyholm.network.instance;

import io.skyholm.events.compute.InstanceTransferFact;
import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.network.securitygroup.GroupLock;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;

/** The networks into which an instance is to come that goes to another tenant. */
@Singleton
public class ReceivingNetworks {

    private final RequestedNetworkStore store;
    private final SubnetChoice subnets;
    private final GroupLock groups;

    ReceivingNetworks(RequestedNetworkStore store, SubnetChoice subnets, GroupLock groups) {
        this.store = store;
        this.subnets = subnets;
        this.groups = groups;
    }

    /** Refuses those that the tenant cannot use for it where it is. */
    public Uni<Void> check(Work work, UUID instance, InstanceTransferFact offer) {
        return store.requested(work, instance)
                .map(found -> found.orElseThrow(ReceivingNetworks::unknown))
                .map(known -> there(known, offer))
                .chain(requested -> Sequentially.of(requested.ports(), wanted -> check(work, requested, wanted)))
                .replaceWithVoid();
    }

    private static RequestedNetwork there(RequestedNetwork known, InstanceTransferFact offer) {
        return new RequestedNetwork(
                known.instanceId(),
                offer.toTenantId(),
                Objects.requireNonNull(offer.userId(), "somebody has accepted it"),
                known.status(),
                known.dataCenterId(),
                known.host(),
                known.networkWanted(),
                offer.networks(),
                null);
    }

    private Uni<Void> check(Work work, RequestedNetwork requested, WantedNetwork wanted) {
        return subnets.of(work, requested, wanted)
                .chain(() -> groups.areOf(work, requested.tenantId(), wanted.securityGroupIds()))
                .invoke(known -> {
                    if (!known) {
                        throw PortSetUp.noSuchGroup();
                    }
                })
                .replaceWithVoid();
    }

    private static Problem unknown() {
        return Problem.invalid("instanceId", "names no instance that is known yet");
    }
}
