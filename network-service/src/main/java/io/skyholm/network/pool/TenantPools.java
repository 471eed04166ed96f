package io.skyholm.network.pool;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Emptied;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.network.AddressPoolEvents;
import io.skyholm.events.network.AddressPoolFact;
import io.skyholm.events.network.AddressPoolStatus;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The address pools of a tenant that is deleted; their subnets go next. */
@Startup
@Singleton
class TenantPools implements DataHolder {

    private static final OwnedRows LIVING = OwnedRows.livingOfTenant("ip_pool");

    private final Aggregate<IpPool, PoolView, AddressPoolFact> pools;

    TenantPools(Aggregates aggregates) {
        this.pools = aggregates.of("address pool", IpPool.class, PoolView.class, AddressPoolEvents.TYPES);
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(SETTINGS, "address pools", "ip_pool");
    }

    @Override
    public Uni<Emptied> empty(Work work, UUID tenant) {
        return LIVING.delete(
                work, tenant, pools, AddressPoolEvents.DELETED, pool -> pool.status = AddressPoolStatus.DELETED);
    }
}
