package io.skyholm.storage.disk;

import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Disks as who copies them has to know them. */
@Singleton
public class CopyableDisks {

    /** A disk of which a snapshot can be made, in that pool on that host. */
    public record CopyableDisk(UUID id, UUID tenantId, UUID host, UUID storagePoolId, int sizeGb) {}

    private final DiskLifecycle life;

    CopyableDisks(DiskLifecycle life) {
        this.life = life;
    }

    /** One that the caller sees and that is AVAILABLE; it stays so, and nobody attaches it, until the transaction ends. */
    public Uni<CopyableDisk> held(Work work, UUID id) {
        return life.all()
                .required(work, id)
                .invoke(Disk::checkBootsNone)
                .invoke(Disk::checkAvailable)
                .map(CopyableDisks::copyable);
    }

    /** One that the caller sees, and that is not being deleted; it stays so until the transaction ends. */
    public Uni<CopyableDisk> living(Work work, UUID id) {
        return life.all()
                .required(work, id)
                .invoke(Disk::checkBootsNone)
                .invoke(Disk::checkStays)
                .map(CopyableDisks::copyable);
    }

    private static CopyableDisk copyable(Disk disk) {
        UUID host = disk.host();
        return new CopyableDisk(disk.id, disk.tenantId, host, disk.storagePoolId, disk.sizeGb);
    }
}
