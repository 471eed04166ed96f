package io.skyholm.storage.attachment;

import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.disk.AttachableDisks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The host of an attached disk hears of its limits with each of its attachments. */
@Singleton
class LimitedAttachments implements AttachableDisks.Limits {

    private static final String OF_DISK = """
            select id from disk_attachment
            where disk_id = $1 and status <> 'DETACHING' and not has_moved and deleted_at is null order by id""";

    private final AttachmentLifecycle life;

    LimitedAttachments(AttachmentLifecycle life) {
        this.life = life;
    }

    @Override
    public Uni<?> changed(Work work, UUID disk) {
        return work.values(UUID.class, OF_DISK, disk)
                .chain(ids -> Sequentially.of(
                        ids, id -> life.all().required(work, id).chain(attachment -> life.limit(work, attachment))));
    }
}
