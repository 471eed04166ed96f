package io.skyholm.storage.disk;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Disks as who attaches them has to know them. */
@Singleton
public class AttachableDisks {

    /** A disk that can be attached, on that host, to so many instances at once. */
    public record AttachableDisk(UUID id, UUID tenantId, UUID host, int maxAttachments) {}

    private static final String MOST = "select max_attachments from disk where id = $1";

    private final DiskLifecycle life;
    private final SnapshotsOfDisks snapshots;

    AttachableDisks(DiskLifecycle life, SnapshotsOfDisks snapshots) {
        this.life = life;
        this.snapshots = snapshots;
    }

    /**
     * One that the caller sees, and that is AVAILABLE and not being copied; it stays so, and nobody else attaches it, until the
     * transaction ends.
     */
    public Uni<AttachableDisk> held(Work work, UUID id) {
        return life.all()
                .required(work, id)
                .invoke(Disk::checkBootsNone)
                .invoke(Disk::checkAvailable)
                .call(disk -> work.none(DiskProblems::isBeingCopied, snapshots.unfinished(), disk.id))
                .map(AttachableDisks::attachable);
    }

    /** To how many instances at once; that stays the same while it is attached to any. */
    public Uni<Integer> maxAttachments(Work work, UUID id) {
        return work.value(Integer.class, MOST, id).map(Optional::orElseThrow);
    }

    private static AttachableDisk attachable(Disk disk) {
        UUID host = disk.host();
        return new AttachableDisk(disk.id, disk.tenantId, host, disk.maxAttachments);
    }
}
