package io.skyholm.storage.disk;

import io.skyholm.events.host.IoLimits;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Disks as who attaches them has to know them. */
@Singleton
public class AttachableDisks {

    /** A disk that can be attached, on that host, to so many instances at once; an ISO is attached as what is in their drive. */
    public record AttachableDisk(UUID id, UUID tenantId, UUID host, int maxAttachments, boolean isIso) {}

    /** What the host of a disk holds to: to how many instances at once, and how fast each of them. */
    public record AttachedDisk(
            int maxAttachments,
            @Nullable Integer maxIops,
            @Nullable Integer maxMibPerSecond) {

        /** As a host is told of it; nothing where nobody limits it. */
        public @Nullable IoLimits limits() {
            return maxIops == null && maxMibPerSecond == null ? null : new IoLimits(maxIops, maxMibPerSecond);
        }
    }

    /** Who has hosts hold to the limits of disks; its room stands above. */
    public interface Limits {

        /** In the transaction in which those of that disk change. */
        Uni<?> changed(Work work, UUID disk);
    }

    private static final String ATTACHED = Select.of(AttachedDisk.class, "disk").sql() + " where id = $1";

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

    /** What its host holds to. To how many instances at once stays the same while it is attached to any. */
    public Uni<AttachedDisk> attached(Work work, UUID id) {
        return work.one(AttachedDisk.class, ATTACHED, id);
    }

    private static AttachableDisk attachable(Disk disk) {
        UUID host = disk.host();
        return new AttachableDisk(disk.id, disk.tenantId, host, disk.maxAttachments, disk.isIso);
    }
}
