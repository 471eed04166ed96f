package io.skyholm.network.subnet;

import static io.skyholm.deletion.DeletionStage.INNER;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.network.SubnetEvents;
import io.skyholm.events.network.SubnetFact;
import io.skyholm.network.vlan.Vlans;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The subnets of a tenant that is deleted, in which nothing is any more. */
@Startup
@Singleton
class TenantSubnets implements DataHolder {

    /** A large subnet has tens of thousands of addresses, which go in the same transaction. */
    private static final int BATCH = 5;

    private final OwnedRows unused;
    private final Aggregate<Subnet, SubnetView, SubnetFact> subnets;
    private final SubnetNeighbours neighbours;
    private final Vlans vlans;

    TenantSubnets(Aggregates aggregates, SubnetNeighbours neighbours, Vlans vlans) {
        this.subnets = aggregates.of("subnet", Subnet.class, SubnetView.class, SubnetEvents.TYPES);
        this.neighbours = neighbours;
        this.unused = OwnedRows.livingOfTenant("subnet")
                .nowOnly(neighbours.unused("subnet.id"))
                .atMost(BATCH);
        this.vlans = vlans;
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(INNER, "subnets", "subnet");
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID tenant) {
        return unused.each(work, tenant, id -> subnets.required(work, id)
                        .call(() -> neighbours.checkUnused(work, id))
                        .chain(subnet -> delete(work, subnet))
                        .replaceWith(true))
                .map(emptied -> emptied.deleted() == 0 ? emptied.waitingFor("what is in them to be gone") : emptied);
    }

    private Uni<SubnetView> delete(Work work, Subnet subnet) {
        vlans.giveBack(work, subnet.id);
        subnet.delete();
        subnet.revision.deleted(null, work.now());
        return subnets.update(work, SubnetEvents.DELETED, subnet);
    }
}
