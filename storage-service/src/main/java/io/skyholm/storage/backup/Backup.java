package io.skyholm.storage.backup;

import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.storage.BackupStatus;
import io.skyholm.hosts.ThingOnHost;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.storage.Gib;
import io.skyholm.storage.Owner;
import io.skyholm.storage.backup.BackupBases.Base;
import io.skyholm.storage.encryption.DiskSize;
import io.skyholm.storage.host.HostProgress;
import io.skyholm.storage.host.HostedThing;
import io.skyholm.storage.object.ObjectChain;
import io.skyholm.storage.object.StoredPart;
import io.skyholm.storage.snapshot.ReadSnapshots.ReadableSnapshot;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a snapshot in the object store, or what of them is not as in the backup that it stands on. The thing on its host is the export that brings them there: it is there from when the backup is
 * asked for until the store has the bytes, and gone with proof before any of them is removed, so that no host writes to what is no more.
 */
@Entity
class Backup implements Revised, HostedThing {

    /** As what hosts leave the bytes of an object. */
    private static final String PART = "export";

    @Id
    UUID id;

    UUID tenantId;

    @Nullable UUID userId;

    UUID diskId;
    UUID snapshotId;

    /** Which had it made, and deletes it in time; null where somebody asked for it. */
    @Nullable UUID scheduleId;

    UUID objectId;
    String name;

    @Nullable String description;

    int sizeGb;

    /** What it takes of the store, and of its tenant's quota: until its host has left it, as much as its disk is large. */
    int storedGb;

    /** The one that it stands on; until its host has left it, the one that it is to stand on if its host can tell what has changed. Null for all bytes. */
    @Nullable UUID baseBackupId;

    /** Of which that was made. */
    @Nullable UUID baseSnapshotId;

    /** The objects that it stands on, the one with all bytes first. */
    UUID[] baseObjectIds = {};

    /** How many bytes the difference has that its host has left; 0 where it has left all bytes. */
    long differenceBytes;

    /** Whether it is deleted, and its bytes stay since others stand on them. */
    boolean keptForOthers;

    /** Whether its bytes are those of an encrypted disk. */
    boolean encrypted;

    /** The key that opened its disk, sealed for this row; null where that was not encrypted, or it is no more. */
    @Nullable String keysSealed;

    @Enumerated(EnumType.STRING)
    BackupStatus status;

    @Nullable String checksumSha256;

    /** Of what its host has left, as the host has read it back; null until it has, and where its agent says none. */
    @Nullable String exportedSha256;

    /** Whether its host has shown that it has left all bytes with the store. */
    boolean isExported;

    /** Whether its host has nothing of it any more. */
    boolean isReleased;

    String[] tags;

    @Embedded
    HostProgress progress = new HostProgress();

    @Embedded
    ThingOnHost onHost = new ThingOnHost();

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Backup() {}

    Backup(ReadableSnapshot snapshot, @Nullable UUID userId, CreateBackup command, Revision revision) {
        this.id = Ids.next();
        this.tenantId = snapshot.tenantId();
        this.userId = userId;
        this.diskId = snapshot.diskId();
        this.snapshotId = snapshot.id();
        this.objectId = Ids.next();
        this.name = command.name();
        this.description = command.description();
        this.sizeGb = snapshot.sizeGb();
        this.storedGb = snapshot.sizeGb();
        this.encrypted = snapshot.keysSealed() != null;
        this.status = BackupStatus.CREATING;
        this.progress.change();
        this.tags = command.tags().toArray(String[]::new);
        this.onHost.assign(snapshot.computeMachineId());
        this.revision = revision;
    }

    /** Its host need leave no more than what has changed since. */
    void standOn(Base base) {
        baseBackupId = base.id();
        baseSnapshotId = base.snapshotId();
        baseObjectIds = Stream.concat(base.baseObjectIds().stream(), Stream.of(base.objectId()))
                .toArray(UUID[]::new);
    }

    long sizeBytes() {
        return DiskSize.bytes(sizeGb, encrypted);
    }

    /** Whether its host has left what has changed alone. */
    private boolean isDifference() {
        return baseBackupId != null && differenceBytes > 0;
    }

    /** How many bytes the store has of it; no host leaves more than all. */
    long storedBytes() {
        return isDifference() ? Math.min(differenceBytes, sizeBytes()) : sizeBytes();
    }

    /** What its host has left of the object. */
    StoredPart left() {
        return new StoredPart(PART, storedBytes());
    }

    /** All that has to be read for its bytes. */
    ObjectChain chain() {
        return ObjectChain.of(isDifference() ? List.of(baseObjectIds) : List.of(), objectId, sizeBytes());
    }

    UUID host() {
        return Objects.requireNonNull(onHost.host(), "an export is on a host");
    }

    /** What its host is told of it from now on. */
    DesiredExport tell() {
        progress.told();
        boolean present = !isLeaving();
        return new DesiredExport(
                id,
                onHost.tell(host(), present),
                present,
                tenantId,
                snapshotId,
                null,
                objectId,
                present ? baseSnapshotId : null);
    }

    /** Its export has done what it was for, or is of no use any more. */
    @Override
    public boolean isLeaving() {
        return status == BackupStatus.AVAILABLE || status == BackupStatus.DELETING;
    }

    @Override
    public boolean isReady() {
        return isExported;
    }

    @Override
    public boolean hasFailed() {
        return status == BackupStatus.ERROR;
    }

    @Override
    public HostProgress progress() {
        return progress;
    }

    @Override
    public ThingOnHost onHost() {
        return onHost;
    }

    /** All bytes are where the store takes them from. */
    void exported() {
        isExported = true;
        progress.waitNoLonger();
    }

    /** The store has them, and they were read there. One of which its host has left all bytes stands on nothing. */
    void ready(String sha256) {
        checksumSha256 = sha256;
        if (isDifference()) {
            storedGb = Math.toIntExact(Math.min(sizeGb, Gib.of(storedBytes())));
        } else {
            baseBackupId = null;
            baseSnapshotId = null;
            baseObjectIds = new UUID[0];
        }
        settle(BackupStatus.AVAILABLE, null);
        if (!isReleased) {
            progress.change();
        }
    }

    /** Whether the store has other bytes than its host has left. */
    boolean isOtherThan(String sha256) {
        return exportedSha256 != null && !exportedSha256.equals(sha256);
    }

    void fail(String reason) {
        settle(BackupStatus.ERROR, reason);
    }

    /** It waits longer than usual for its host or the store. */
    void explain(String reason) {
        progress.settle(reason);
    }

    /** It goes with its disk to another tenant. */
    void give(Owner to) {
        tenantId = to.tenantId();
        userId = to.userId();
    }

    void delete() {
        settle(BackupStatus.DELETING, null);
        if (!isReleased) {
            progress.change();
        }
    }

    /** Its host has nothing of it any more, and writes nothing. */
    void released() {
        isReleased = true;
        progress.told();
        progress.waitNoLonger();
    }

    /** Nothing of it is left. */
    void end() {
        settle(BackupStatus.DELETED, null);
        keysSealed = null;
    }

    private void settle(BackupStatus next, @Nullable String reason) {
        status = next;
        progress.settle(reason);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
