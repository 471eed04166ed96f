package io.skyholm.storage.moving;

import static io.skyholm.deletion.DeletionStage.RUNNING;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The moves of a deleted tenant's disks end with these: their hosts show that they have nothing of them. */
@Singleton
class TenantMovingDisks implements DataHolder {

    private static final OwnedRows HELD = OwnedRows.livingOfTenant("moving_disk");

    @Override
    public Holding holding() {
        return Holding.ofTenant(RUNNING, "moves of disks", "moving_disk", "disk_copy");
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID tenant) {
        return HELD.left(work, tenant).map(left -> HoldingProgress.of(left, 0).waitingFor("their hosts to end them"));
    }
}
