package io.skyholm.storage.snapshot;

import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.events.storage.SnapshotConsistency;
import io.skyholm.hosts.ThingOnHost;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.storage.disk.CopyableDisks.CopyableDisk;
import io.skyholm.storage.expiry.Expiry;
import io.skyholm.storage.host.HostProgress;
import io.skyholm.storage.host.HostedThing;
import io.skyholm.storage.snapshot.ScheduledSnapshots.MadeFor;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bytes that a disk had at one moment: what it is to be, and what its host has shown of it. */
@Entity
class DiskSnapshot implements Revised, HostedThing {

    @Id
    UUID id;

    UUID tenantId;
    UUID diskId;
    UUID storagePoolId;

    /** Which had it made, and deletes it in time; null where somebody asked for it. */
    @Nullable UUID scheduleId;

    /** The clone that it is made for, and goes after; null where it is made for none. */
    @Nullable UUID cloneDiskId;

    /** Whether its schedule is still to have a backup made of it. */
    boolean isBackupDue;

    String name;

    @Nullable String description;

    int sizeGb;

    /** Whether its bytes are those of an encrypted disk. */
    boolean encrypted;

    /** Whether an instance may have been writing to its disk. */
    @Enumerated(EnumType.STRING)
    SnapshotConsistency consistency;

    /** The key that opened its disk, sealed for this row; null where that was not encrypted, or it is no more. */
    @Nullable String keysSealed;

    @Enumerated(EnumType.STRING)
    DiskSnapshotStatus status;

    /** Whether its host has shown it once: the disk's bytes are not read for it any more. */
    boolean isMade;

    String[] tags;

    @Embedded
    HostProgress progress = new HostProgress();

    @Embedded
    Expiry expiry = new Expiry();

    @Embedded
    ThingOnHost onHost = new ThingOnHost();

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected DiskSnapshot() {}

    /** One that has room in its disk's pool, and that no host knows yet. */
    DiskSnapshot(
            CopyableDisk disk,
            CreateSnapshot command,
            SnapshotConsistency consistency,
            @Nullable MadeFor madeFor,
            Revision revision) {
        this.id = Ids.next();
        this.tenantId = disk.tenantId();
        this.diskId = disk.id();
        this.storagePoolId = disk.storagePoolId();
        this.scheduleId = madeFor == null ? null : madeFor.schedule();
        this.isBackupDue = madeFor != null && madeFor.isToBeBackedUp();
        this.name = command.name();
        this.description = command.description();
        this.sizeGb = disk.sizeGb();
        this.encrypted = disk.keysSealed() != null;
        this.consistency = consistency;
        this.status = DiskSnapshotStatus.CREATING;
        this.progress.change();
        this.tags = command.tags().toArray(String[]::new);
        this.onHost.assign(disk.host());
        this.revision = revision;
    }

    /** What its host is told of it from now on. */
    DesiredSnapshot tell() {
        boolean present = status != DiskSnapshotStatus.DELETING;
        progress.told();
        Boolean isWritten = consistency == SnapshotConsistency.CRASH_CONSISTENT ? true : null;
        return new DesiredSnapshot(id, onHost.tell(host(), present), present, isMade, tenantId, diskId, isWritten);
    }

    UUID host() {
        return Objects.requireNonNull(onHost.host(), "a snapshot is on a host");
    }

    @Override
    public boolean isLeaving() {
        return status == DiskSnapshotStatus.DELETING;
    }

    @Override
    public boolean isReady() {
        return status == DiskSnapshotStatus.AVAILABLE;
    }

    @Override
    public boolean hasFailed() {
        return status == DiskSnapshotStatus.ERROR;
    }

    @Override
    public HostProgress progress() {
        return progress;
    }

    @Override
    public ThingOnHost onHost() {
        return onHost;
    }

    void ready() {
        isMade = true;
        settle(DiskSnapshotStatus.AVAILABLE, null);
    }

    /** It goes with its disk to another tenant, who has not asked for a backup of it; its host is told, which treats tenants alike. */
    void give(UUID tenant) {
        tenantId = tenant;
        isBackupDue = false;
        expiry.clear();
        progress.change();
    }

    /** Its backup has been asked for. */
    void backedUp() {
        isBackupDue = false;
    }

    void fail(String reason) {
        settle(DiskSnapshotStatus.ERROR, reason);
    }

    /** It goes, and waits longer than usual. */
    void explain(String reason) {
        settle(DiskSnapshotStatus.DELETING, reason);
    }

    void delete() {
        settle(DiskSnapshotStatus.DELETING, null);
        progress.change();
    }

    /** Nothing of it is left. */
    void end() {
        settle(DiskSnapshotStatus.DELETED, null);
        keysSealed = null;
        progress.told();
    }

    private void settle(DiskSnapshotStatus next, @Nullable String reason) {
        status = next;
        progress.settle(reason);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
