package io.skyholm.network.address;

import static io.skyholm.deletion.DeletionStage.RUNNING;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The addresses that a tenant holds by itself are released when it is deleted; those of ports go with their ports. */
@Singleton
class TenantAddresses implements DataHolder {

    private static final OwnedRows HELD = OwnedRows.of(
                    "ip_address", "tenant_id = $1 and status in ('ALLOCATED', 'RESERVED')")
            .nowOnly("kind <> 'PORT' and transfer_id is null");

    private final AddressPorts ports;
    private final AddressReleases releases;

    TenantAddresses(AddressPorts ports, AddressReleases releases) {
        this.ports = ports;
        this.releases = releases;
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(RUNNING, "addresses", "ip_address");
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID tenant) {
        return HELD.each(work, tenant, id -> release(work, id))
                .map(emptied -> emptied.waitingFor("the ports that have them to be gone"));
    }

    private Uni<Boolean> release(Work work, UUID id) {
        return ports.having(work, id).chain(port -> work.lock(Address.class, id)
                .chain(found -> found.filter(address -> address.isHeld() && address.isOn(port))
                        .map(address -> releases.release(work, address, port).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false))));
    }
}
