package io.skyholm.storage.attachment;

import static io.skyholm.deletion.DeletionStage.RUNNING;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Holding;
import io.skyholm.deletion.HoldingProgress;
import io.skyholm.deletion.OwnedRows;
import io.skyholm.events.storage.DiskAttachmentStatus;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The attachments of a tenant end when it is deleted, and are gone when their hosts have shown it. */
@Singleton
class TenantAttachments implements DataHolder {

    private static final OwnedRows HELD = OwnedRows.livingOfTenant("disk_attachment")
            .nowOnly(
                    "status <> 'DETACHING' and not exists (select from disk where disk.id = disk_id and transfer_id is not null)");

    private final AttachmentLifecycle life;

    TenantAttachments(AttachmentLifecycle life) {
        this.life = life;
    }

    @Override
    public Holding holding() {
        return Holding.ofTenant(RUNNING, "attachments of disks", "disk_attachment");
    }

    @Override
    public Uni<HoldingProgress> empty(Work work, UUID tenant) {
        return HELD.each(work, tenant, id -> detach(work, id))
                .map(emptied -> emptied.waitingFor("their hosts to show that they are gone"));
    }

    private Uni<Boolean> detach(Work work, UUID id) {
        return life.all().locked(work, id).chain(found -> found.filter(
                        attachment -> attachment.status != DiskAttachmentStatus.DETACHING)
                .map(attachment -> life.detach(work, attachment).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }
}
