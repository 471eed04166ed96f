package io.skyholm.network.address;

import static io.skyholm.deletion.DeletionStage.TRACES;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What is left of a tenant's addresses: rows of its deleted subnets that nobody will have again, and those that cool down. */
@Singleton
class TenantFreeAddresses implements DataHolder {

    private static final String FORGET = """
            delete from ip_address where id = any(array(
                select id from ip_address where tenant_id = $1 and status = 'AVAILABLE' limit 500))""";
    private static final OwnedRows ALL = OwnedRows.of("ip_address", "tenant_id = $1");

    @Override
    public Holding holding() {
        return Holding.ofTenant(TRACES, "released addresses", "ip_address");
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID tenant) {
        return work.execute(FORGET, tenant).chain(forgotten -> ALL.left(work, tenant)
                .map(left -> HoldingProgress.of(left, forgotten))
                .map(emptied -> forgotten == 0 ? emptied.waitingFor("addresses to cool down") : emptied));
    }
}
