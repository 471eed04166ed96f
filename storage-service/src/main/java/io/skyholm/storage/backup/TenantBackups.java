package io.skyholm.storage.backup;

import static io.skyholm.deletion.DeletionStage.RUNNING;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.storage.BackupStatus;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The backups of a tenant are removed when it is deleted, and gone when hosts and the object store have nothing of them. */
@Singleton
class TenantBackups implements DataHolder {

    private static final OwnedRows HELD = OwnedRows.livingOfTenant("backup").nowOnly("status <> 'DELETING'");

    private final BackupLifecycle life;

    TenantBackups(BackupLifecycle life) {
        this.life = life;
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(RUNNING, "backups", "backup");
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID tenant) {
        return HELD.each(work, tenant, id -> remove(work, id))
                .map(emptied -> emptied.waitingFor("their bytes to be removed"));
    }

    private Uni<Boolean> remove(Work work, UUID id) {
        return life.all().locked(work, id).chain(found -> found.filter(
                        backup -> backup.status != BackupStatus.DELETING && !backup.revision.isDeleted())
                .map(backup -> life.remove(work, backup).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }
}
