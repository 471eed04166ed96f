package io.skyholm.storage.bootdisk;

import io.skyholm.events.storage.BootDiskStatus;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.storage.instance.KnownInstance;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What compute was told of an instance's boot disk; its id is the instance's. */
@Entity
@Table(name = "boot_disk")
class BootDisk implements Revised {

    @Id
    UUID id;

    UUID tenantId;

    @Nullable UUID computeMachineId;

    @Enumerated(EnumType.STRING)
    BootDiskStatus status;

    @Nullable String reason;

    @Nullable UUID diskId;

    long builds;
    int sizeGb;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected BootDisk() {}

    BootDisk(KnownInstance instance, BootDiskReport news, Revision revision) {
        this.id = instance.id();
        this.tenantId = instance.tenantId();
        this.revision = revision;
        this.status = news.status();
        become(news);
    }

    BootDiskReport news() {
        return new BootDiskReport(status, reason, computeMachineId, diskId, builds, sizeGb);
    }

    final void become(BootDiskReport news) {
        status = news.status();
        reason = news.reason();
        computeMachineId = news.computeMachineId();
        diskId = news.diskId();
        builds = news.builds();
        sizeGb = news.sizeGb();
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
