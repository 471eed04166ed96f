package io.skyholm.storage.disk;

import static io.skyholm.deletion.DeletionStage.RUNNING;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.storage.DiskStatus;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * The disks of a tenant are removed when it is deleted, and gone when their hosts have shown it. One that an instance boots from goes
 * with that.
 */
@Singleton
class TenantDisks implements DataHolder {

    private static final OwnedRows HELD = OwnedRows.livingOfTenant("disk")
            .nowOnly("status <> 'DELETING' and boot_instance_id is null and transfer_id is null");

    private final DiskLifecycle life;

    TenantDisks(DiskLifecycle life) {
        this.life = life;
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(RUNNING, "disks", "disk");
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID tenant) {
        return HELD.each(work, tenant, id -> remove(work, id))
                .map(emptied -> emptied.waitingFor("their hosts to show that they are gone"));
    }

    private Uni<Boolean> remove(Work work, UUID id) {
        return life.all().locked(work, id).chain(found -> found.filter(disk -> disk.status != DiskStatus.DELETING)
                .map(disk -> life.remove(work, disk).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }
}
