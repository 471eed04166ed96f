package io.skyholm.storage.check;

import static io.skyholm.deletion.DeletionStage.RUNNING;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The checks of a deleted tenant's disks go with these, when their hosts have shown that they have nothing of them. */
@Singleton
class TenantDiskChecks implements DataHolder {

    private static final OwnedRows HELD = OwnedRows.livingOfTenant("disk_check");

    @Override
    public Holding holding() {
        return Holding.ofTenant(RUNNING, "checks of disks", "disk_check");
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID tenant) {
        return HELD.left(work, tenant).map(left -> HoldingProgress.of(left, 0).waitingFor("their hosts to end them"));
    }
}
