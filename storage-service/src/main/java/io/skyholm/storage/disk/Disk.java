package io.skyholm.storage.disk;

import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.host.IoLimits;
import io.skyholm.events.storage.DiskMoveStep;
import io.skyholm.events.storage.DiskStatus;
import io.skyholm.events.storage.DiskType;
import io.skyholm.events.storage.ShareMode;
import io.skyholm.hosts.ThingOnHost;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.storage.Owner;
import io.skyholm.storage.disk.CopyableDisks.CopyableDisk;
import io.skyholm.storage.disk.SnapshotsOfDisks.MadeForClone;
import io.skyholm.storage.expiry.Expiry;
import io.skyholm.storage.host.HostProgress;
import io.skyholm.storage.host.HostedThing;
import io.skyholm.storage.pool.ClaimedPool;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A data disk of a tenant: what it is to be, and what its host has shown of it. */
@Entity
class Disk implements Revised, HostedThing {

    private static final String ROLLED_BACK = "It was rolled back before its host heard that this was called off";

    @Id
    UUID id;

    UUID tenantId;

    @Nullable UUID userId;

    String name;

    @Nullable String description;

    int sizeGb;

    @Enumerated(EnumType.STRING)
    DiskType diskType;

    @Enumerated(EnumType.STRING)
    ShareMode shareMode;

    int maxAttachments;

    /** How fast each instance that it is attached to may use it; null for as fast as it can. */
    @Nullable Integer maxIops;

    @Nullable Integer maxMibPerSecond;

    UUID edgeDataCenterId;
    UUID storagePoolId;

    /** Where it is in Ceph, as its host reports. */
    @Nullable String rbdPool;

    @Nullable String rbdImageName;

    @Nullable UUID imageVersionId;

    /** Whether it has the bytes of an ISO. */
    boolean isIso;

    @Nullable UUID sourceSnapshotId;

    /** The disk that it is a clone of, by a snapshot that was made for it. */
    @Nullable UUID sourceDiskId;

    @Nullable UUID sourceBackupId;

    @Nullable UUID rollbackSnapshotId;

    /** With which its host was told first that it is to be rolled back; null where it was not. */
    @Nullable Long rollbackGeneration;

    /** By which its host last gave it the bytes of a snapshot, as reported. */
    long restoredGeneration;

    /** What it has of its pool beside its size, until its host has shown that it is rolled back, or gone. */
    int draftGb;

    /** Whether only a key opens its bytes. */
    boolean encrypted;

    /** The key that is to open it, and those of which one may until then, sealed for this row; null where it is not encrypted, or is no more. */
    @Nullable String keysSealed;

    /** Counts its keys; that of the one that is to open it. */
    int keyVersion;

    /** That of the key that opens it and nothing else does, as its host reports. */
    long shownKeyVersion;

    /** The same once its host has shown that it is what it should be; null where it is not encrypted, or was not shown yet. */
    @Nullable Integer encryptionKeyVersion;

    /** When its key was last changed, as its host has shown. */
    @Nullable Instant keyRotatedAt;

    /** The key with which what its host was told of its keys is encrypted. */
    @Nullable String sealedFor;

    /** How far it is with its move to another pool; null while it is not moved. */
    @Enumerated(EnumType.STRING)
    @Nullable DiskMoveStep moveStep;

    @Nullable UUID moveStoragePoolId;

    /** What it has of a pool beside its own while it is moved. */
    int copyGb;

    @Nullable UUID bootInstanceId;

    @Nullable Long bootBuilds;

    /** The offer by which it goes to another tenant with its instance, while that is prepared; null at any other time. */
    @Nullable UUID transferId;

    /** Whether deleting it is refused. */
    boolean deletionProtection;

    /** Until when it can be taken back; null unless it was deleted and waits for that time. */
    @Nullable Instant deletableAt;

    @Enumerated(EnumType.STRING)
    DiskStatus status;

    /** Whether its host has shown it once. */
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
    protected Disk() {}

    /** One that has room in a pool, and that no host knows yet. */
    Disk(Owner owner, CreateDisk command, ClaimedPool pool, Revision revision) {
        this.id = Ids.next();
        this.tenantId = owner.tenantId();
        this.userId = owner.userId();
        this.name = command.name();
        this.description = command.description();
        this.sizeGb = command.sizeGb();
        this.diskType = command.diskType();
        DiskSharing sharing = DiskSharing.of(command.shareMode(), command.maxAttachments());
        this.shareMode = sharing.mode();
        this.maxAttachments = sharing.most();
        this.maxIops = command.maxIops();
        this.maxMibPerSecond = command.maxMibPerSecond();
        this.edgeDataCenterId = pool.edgeDataCenterId();
        this.storagePoolId = pool.id();
        this.imageVersionId = command.imageVersionId();
        this.sourceSnapshotId = command.sourceSnapshotId();
        this.sourceBackupId = command.sourceBackupId();
        this.deletionProtection = Patch.of(command.deletionProtection(), false);
        this.status = DiskStatus.CREATING;
        this.progress.change();
        this.tags = command.tags().toArray(String[]::new);
        this.onHost.assign(pool.computeMachineId());
        this.revision = revision;
    }

    /** It begins with what another disk holds, of which that snapshot is made for it. */
    void cloneOf(CopyableDisk source, MadeForClone made) {
        id = made.disk();
        sourceDiskId = source.id();
        sourceSnapshotId = made.snapshot();
        isIso = source.isIso();
    }

    /** Whether it is to be made of a snapshot that is made for it, which may not be there yet. */
    boolean isToBeCloned() {
        return sourceDiskId != null && !isMade && status != DiskStatus.DELETING && status != DiskStatus.DELETED;
    }

    /** What its host is told of it from now on. */
    DesiredDisk tell(boolean present, @Nullable DiskSource source) {
        progress.told();
        UUID snapshot = isMade ? rollbackSnapshotId : sourceSnapshotId;
        long generation = onHost.tell(host(), present);
        if (present && rollbackSnapshotId != null && rollbackGeneration == null) {
            rollbackGeneration = generation;
        }
        return new DesiredDisk(id, generation, present, isMade, tenantId, sizeGb, source, present ? snapshot : null);
    }

    /** It has that key, with those of what it begins with. */
    void encrypt(String sealed) {
        encrypted = true;
        keysSealed = sealed;
        keyVersion = 1;
    }

    /** Refuses what is done with encrypted disks only. */
    String requireKeys() {
        if (!encrypted || keysSealed == null) {
            throw DiskProblems.isNotEncrypted();
        }
        return keysSealed;
    }

    /** Another key is to open it. One that its host could not bring about is to open it again. */
    void rotateKey(String sealed) {
        checkMade();
        keysSealed = sealed;
        keyVersion++;
        settle(DiskStatus.ROTATING, null);
        progress.change();
    }

    /** Whether more than one key may open it. */
    boolean isKeyToBeProven() {
        return encrypted && !Objects.equals(encryptionKeyVersion, keyVersion);
    }

    UUID host() {
        return Objects.requireNonNull(onHost.host(), "a disk is on a host");
    }

    /** Refuses what is done with disks only that are what they should be. */
    void checkAvailable() {
        checkNotDeleted();
        checkNotHeld();
        if (status != DiskStatus.AVAILABLE) {
            throw DiskProblems.busy(status);
        }
    }

    /** Refuses what is done with disks only that their host has had, though it may have lost them. */
    void checkMade() {
        checkNotDeleted();
        checkNotHeld();
        if (!(status == DiskStatus.ERROR && isMade)) {
            checkAvailable();
        }
    }

    /** Refuses what is of no use to a disk that goes. */
    void checkStays() {
        checkDeletable(false);
        checkNotHeld();
    }

    /** Nothing becomes more of what is about to go to another tenant with its instance. */
    private void checkNotHeld() {
        if (transferId != null) {
            throw DiskProblems.isBeingTransferred();
        }
    }

    /** It is about to go to another tenant, or is not any more. */
    void hold(@Nullable UUID transfer) {
        transferId = transfer;
    }

    /** Refuses what is done with disks only that nobody has deleted. */
    void checkNotDeleted() {
        if (deletableAt != null) {
            throw DiskProblems.isDeleted();
        }
    }

    /** Whether nobody has deleted it. */
    boolean isKept() {
        return deletableAt == null && status != DiskStatus.DELETING && status != DiskStatus.DELETED;
    }

    /** One that waits for its end is deleted once more only to end at once, and one that is being removed only where its host could not do it. */
    void checkDeletable(boolean isAtOnce) {
        if (isDeletedAlready(isAtOnce)) {
            throw status == DiskStatus.DELETING ? DiskProblems.isDeleting() : DiskProblems.isDeleted();
        }
    }

    /** Whether there is nothing left to be done for whoever deletes it. */
    boolean isDeletedAlready(boolean isAtOnce) {
        return status == DiskStatus.DELETING ? progress.statusReason() == null : deletableAt != null && !isAtOnce;
    }

    /** Refuses what loses it while its owner has it protected; what goes already goes on. */
    void checkNotProtected() {
        if (deletionProtection && isKept()) {
            throw DiskProblems.isProtected();
        }
    }

    /** Refuses what is done with disks only from which no instance boots. */
    void checkBootsNone() {
        if (bootInstanceId != null) {
            throw DiskProblems.bootsInstance();
        }
    }

    /** Refuses to copy what an instance boots from, unless that may write to it meanwhile. */
    void checkCopiedInUse() {
        if (bootInstanceId != null && !isInCeph()) {
            throw DiskProblems.bootsInstanceFromFile();
        }
    }

    /** Whether its host has shown that it is an image in Ceph. */
    boolean isInCeph() {
        return rbdImageName != null;
    }

    DiskSharing sharing() {
        return new DiskSharing(shareMode, maxAttachments);
    }

    void share(DiskSharing sharing) {
        shareMode = sharing.mode();
        maxAttachments = sharing.most();
    }

    IoLimits limits() {
        return new IoLimits(maxIops, maxMibPerSecond);
    }

    void limit(IoLimits limits) {
        maxIops = limits.maxIops();
        maxMibPerSecond = limits.maxMibPerSecond();
    }

    void grow(int wanted) {
        checkAvailable();
        if (wanted <= sizeGb) {
            throw DiskProblems.notLarger(sizeGb);
        }
        sizeGb = wanted;
        status = DiskStatus.GROWING;
        progress.change();
    }

    /** One that its host could not bring about, as a rollback before, may be rolled back again. Gives how much more of its pool it takes. */
    int rollBack(UUID snapshot) {
        checkNotDeleted();
        checkMade();
        int more = sizeGb - draftGb;
        draftGb = sizeGb;
        rollbackSnapshotId = snapshot;
        settle(DiskStatus.RESTORING, null);
        progress.change();
        return more;
    }

    /** It keeps the bytes that it has, unless its host has given it those of the snapshot by then. */
    void callOffRollback() {
        checkNotDeleted();
        if (rollbackSnapshotId == null || isLeaving()) {
            throw DiskProblems.notRollingBack();
        }
        rollbackSnapshotId = null;
        settle(DiskStatus.RESTORING, null);
        progress.change();
    }

    /** Whether its host may have bytes of a snapshot beside it. */
    boolean mayHaveDraft() {
        return rollbackGeneration != null;
    }

    private boolean isCalledOffTooLate() {
        return rollbackSnapshotId == null && rollbackGeneration != null && restoredGeneration >= rollbackGeneration;
    }

    /** Refuses to move it while it is not what it should be, or is still on its way from another pool. */
    void checkMovable() {
        checkAvailable();
        if (moveStep != null) {
            throw DiskProblems.isBeingMoved();
        }
    }

    /** Refuses what is of use only to a disk that is still to come to another pool. */
    void checkMoving() {
        if (status != DiskStatus.MOVING) {
            throw DiskProblems.isNotMoving();
        }
    }

    /** It is to be in another pool, too, until it is there alone. */
    void move(UUID pool) {
        checkMovable();
        moveStep = DiskMoveStep.COPYING;
        moveStoragePoolId = pool;
        copyGb = sizeGb;
        settle(DiskStatus.MOVING, null);
    }

    /** Its move has come so far, or waits for that reason; says whether that is new. */
    boolean moving(DiskMoveStep step, @Nullable String reason) {
        boolean isKnown = step == moveStep && Objects.equals(reason, progress.statusReason());
        if (status != DiskStatus.MOVING || isKnown) {
            return false;
        }
        moveStep = step;
        settle(DiskStatus.MOVING, reason);
        return true;
    }

    /** It is in the other pool, whose host has made it; what its pool before has of it is not it any more. */
    void place(ThingOnHost there, DiskType type) {
        onHost = there;
        storagePoolId = Objects.requireNonNull(moveStoragePoolId, "it is moved to a pool");
        diskType = type;
        rbdPool = null;
        rbdImageName = null;
        shownKeyVersion = keyVersion;
        sealedFor = null;
        moveStep = DiskMoveStep.REMOVING;
        settle(DiskStatus.AVAILABLE, null);
        progress.change();
    }

    /** It stays where it is, and what the other pool has of it is removed. One that goes, goes. */
    void stay(@Nullable String reason) {
        moveStep = DiskMoveStep.REMOVING;
        if (status == DiskStatus.MOVING) {
            settle(DiskStatus.AVAILABLE, reason);
        }
    }

    /** No other pool has anything of it any more. */
    void moved() {
        moveStep = null;
        moveStoragePoolId = null;
        copyGb = 0;
    }

    /** Its host has no bytes beside it any more; gives how much it had for them. */
    int withoutDraft() {
        int before = draftGb;
        draftGb = 0;
        return before;
    }

    /** Whether its host is to make it of the bytes of an object. */
    boolean isToBeFilled() {
        boolean isOfObject = imageVersionId != null || sourceBackupId != null;
        return isOfObject && !isMade && status != DiskStatus.DELETING && status != DiskStatus.DELETED;
    }

    /** Whether its host was told what is not to be done a second time: to make it, or to roll it back. */
    boolean isToldOnce() {
        return !isMade || rollbackSnapshotId != null;
    }

    @Override
    public boolean isLeaving() {
        return status == DiskStatus.DELETING;
    }

    @Override
    public boolean isReady() {
        return status == DiskStatus.AVAILABLE || status == DiskStatus.MOVING;
    }

    @Override
    public boolean hasFailed() {
        return status == DiskStatus.ERROR || status == DiskStatus.MOVING;
    }

    @Override
    public HostProgress progress() {
        return progress;
    }

    @Override
    public ThingOnHost onHost() {
        return onHost;
    }

    /** An agent that knows nothing of encryption shows no version: what it has made is not the disk. */
    @Override
    public boolean isAsDesired() {
        return HostedThing.super.isAsDesired() && (!encrypted || shownKeyVersion == keyVersion);
    }

    /** Its host has shown with which key it opens it. */
    void keyShown(Instant now) {
        if (isKeyToBeProven()) {
            boolean isFirst = encryptionKeyVersion == null;
            encryptionKeyVersion = keyVersion;
            keyRotatedAt = isFirst ? null : now;
        }
    }

    void ready() {
        String reason = isCalledOffTooLate() ? ROLLED_BACK : null;
        isMade = true;
        rollbackSnapshotId = null;
        rollbackGeneration = null;
        settle(DiskStatus.AVAILABLE, reason);
    }

    /** It can never be made as it was asked for, so no host is told. */
    void failForGood(String reason) {
        progress.told();
        fail(reason);
    }

    /** One that is moved can still come to its new place. */
    void fail(String reason) {
        settle(status == DiskStatus.MOVING ? status : DiskStatus.ERROR, reason);
    }

    /** It goes, and waits longer than usual. */
    void explain(String reason) {
        settle(DiskStatus.DELETING, reason);
    }

    /** It is theirs from now on; its host is told, which treats tenants alike. */
    void give(Owner to) {
        tenantId = to.tenantId();
        userId = to.userId();
        transferId = null;
        sourceDiskId = null;
        expiry.clear();
        progress.change();
    }

    /** It ends then, unless it is taken back before; until then it is and has what it was and had. */
    void deleteAt(Instant end) {
        if (status == DiskStatus.MOVING) {
            throw DiskProblems.isMoving();
        }
        deletableAt = end;
    }

    void restore() {
        if (deletableAt == null) {
            throw DiskProblems.notDeleted();
        }
        deletableAt = null;
        expiry.clear();
    }

    /** Whether nobody has taken it back in time. */
    boolean isToEnd(Instant now) {
        return deletableAt != null && !deletableAt.isAfter(now);
    }

    void delete() {
        deletableAt = null;
        settle(DiskStatus.DELETING, null);
        progress.change();
    }

    /** Nothing of it is left. */
    void end() {
        settle(DiskStatus.DELETED, null);
        keysSealed = null;
        progress.told();
    }

    private void settle(DiskStatus next, @Nullable String reason) {
        status = next;
        progress.settle(reason);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
