package io.skyholm.network.vpc;

import static io.skyholm.deletion.DeletionStage.OUTER;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.network.VpcEvents;
import io.skyholm.events.network.VpcFact;
import io.skyholm.network.vlan.Vlans;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The VPCs of a tenant that is deleted, whose subnets are gone. */
@Startup
@Singleton
class TenantVpcs implements DataHolder {

    private static final OwnedRows LIVING = OwnedRows.livingOfTenant("vpc");

    private final Aggregate<Vpc, VpcView, VpcFact> vpcs;
    private final Vlans vlans;

    TenantVpcs(Aggregates aggregates, Vlans vlans) {
        this.vpcs = aggregates.of("VPC", Vpc.class, VpcView.class, VpcEvents.TYPES);
        this.vlans = vlans;
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(OUTER, "VPCs", "vpc");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID tenant) {
        return LIVING.delete(work, tenant, vpcs, VpcEvents.DELETED, vpc -> {
            vlans.giveBack(work, vpc.id);
            vpc.delete();
        });
    }
}
