package io.skyholm.network.address;

import io.skyholm.events.EventJson;
import io.skyholm.network.pool.PoolView;
import io.skyholm.network.pool.Pools;
import io.skyholm.network.vpc.Vpcs;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives addresses: each to one, found by one statement that looks at a few rows, with what it counts for. */
@ApplicationScoped
public class AddressClaims {

    /**
     * In this order: id, tenant, subnet, family, the address wanted, pool, status, kind, whether it is public, instance,
     * port, MAC address, user, who asked, the end of the lease, tags.
     */
    public static final String CLAIM = """
            select outcome, address_id from claim_address(
                $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)""";

    private record Answer(String outcome, UUID addressId) {}

    private final Vpcs vpcs;
    private final Pools pools;
    private final AddressStore store;
    private final ReconcileQueue queue;

    AddressClaims(Vpcs vpcs, Pools pools, AddressStore store, ReconcileQueue queue) {
        this.vpcs = vpcs;
        this.pools = pools;
        this.store = store;
        this.queue = queue;
    }

    /** The address that is theirs from now on; fails with a problem if there is none for them. */
    public Uni<Address> claim(Work work, Claim claim) {
        return vpcs.isOpen(work, claim.subnet().vpcId())
                .invoke(AddressProblems::requireOpen)
                .chain(() -> pools.ofSubnet(work, claim.subnet().id()))
                .invoke(claim::checkOpen)
                .chain(pool -> work.one(Answer.class, CLAIM, parameters(claim, pool, work.now())))
                .chain(answer -> given(work, answer));
    }

    private Uni<Address> given(Work work, Answer answer) {
        UUID id = answer.addressId();
        if (!answer.outcome().equals("GIVEN")) {
            throw AddressProblems.refused(answer.outcome());
        }
        return work.lock(Address.class, id).map(Optional::orElseThrow).invoke(address -> {
            store.publish(work, address);
            if (address.leaseExpiresAt != null) {
                queue.wake(work, AddressReconciler.KIND, id);
            }
        });
    }

    private static @Nullable Object[] parameters(Claim claim, Optional<PoolView> pool, Instant now) {
        Claim.Holder holder = claim.holder();
        return new @Nullable Object[] {
            Ids.next(),
            claim.tenantId(),
            claim.subnet().id(),
            claim.family(),
            claim.address(),
            pool.map(PoolView::id).orElse(null),
            holder.status().name(),
            holder.kind().name(),
            claim.subnet().isPublic(),
            holder.instanceId(),
            holder.portId(),
            holder.macAddress(),
            holder.userId(),
            holder.by(),
            ColumnReaders.parameter(claim.lease(pool, now)),
            EventJson.write(claim.tags())
        };
    }
}
