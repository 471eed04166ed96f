package io.skyholm.storage.moving;

import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskType;
import io.skyholm.hosts.ThingOnHost;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.storage.disk.CopyableDisks;
import io.skyholm.storage.disk.CopyableDisks.MovableDisk;
import io.skyholm.storage.host.HostProgress;
import io.skyholm.storage.host.HostedThing;
import io.skyholm.storage.pool.ClaimedPool;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disk in a pool beside its own, whose id it has: in the one that it is moved to until that has all of it, and in the one that it came from until
 * that has nothing of it.
 */
@Entity
class DiskCopy implements Revised, HostedThing {

    @Id
    UUID id;

    UUID tenantId;
    UUID storagePoolId;

    @Enumerated(EnumType.STRING)
    DiskType diskType;

    int sizeGb;

    /** Whether its bytes are encrypted. */
    boolean encrypted;

    /** That of the key that is to open it. */
    int keyVersion;

    /** That of the key that opens it and nothing else does, as its host reports. */
    long shownKeyVersion;

    /** Whether a host was ever told to have it. */
    boolean isTold;

    /** Whether it is to go. */
    boolean isLeft;

    /** Whether nothing of it is there any more. */
    boolean isReleased;

    @Embedded
    HostProgress progress = new HostProgress();

    @Embedded
    ThingOnHost onHost = new ThingOnHost();

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected DiskCopy() {}

    /** One with room in a pool, whose host hears of it when the bytes are there. The one before, of an earlier move, may be what that host heard last. */
    DiskCopy(MovableDisk disk, ClaimedPool pool, DiskType type, @Nullable DiskCopy before, Revision revision) {
        this.id = disk.id();
        this.tenantId = disk.tenantId();
        this.storagePoolId = pool.id();
        this.diskType = type;
        this.sizeGb = disk.sizeGb();
        this.encrypted = disk.encrypted();
        this.keyVersion = disk.keyVersion();
        this.onHost = newest(disk.onHost(), before).on(pool.computeMachineId());
        this.revision = revision;
    }

    private static ThingOnHost newest(ThingOnHost disk, @Nullable DiskCopy before) {
        return before == null || before.onHost.desiredGeneration() < disk.desiredGeneration() ? disk : before.onHost;
    }

    UUID host() {
        return Objects.requireNonNull(onHost.host(), "it is on a host until nothing of it is left");
    }

    /** The bytes that it is to have lie where its host reads them. */
    void fill() {
        progress.change();
    }

    /** What its host is told of it from now on. */
    DesiredDisk tell(@Nullable DiskSource source) {
        progress.told();
        isTold = true;
        long generation = onHost.tell(host(), !isLeft);
        return new DesiredDisk(id, generation, !isLeft, isLeft, tenantId, sizeGb, isLeft ? null : source, null);
    }

    /** The disk is here now, and this is what its pool before has of it. */
    void becomes(CopyableDisks.Left left) {
        onHost = left.onHost();
        storagePoolId = left.storagePoolId();
        isTold = true;
        leave();
    }

    void leave() {
        isLeft = true;
        progress.settle(null);
        progress.change();
    }

    void released() {
        isReleased = true;
        progress.settle(null);
        progress.told();
    }

    @Override
    public boolean isLeaving() {
        return isLeft;
    }

    @Override
    public boolean isAsDesired() {
        return HostedThing.super.isAsDesired() && (!encrypted || shownKeyVersion == keyVersion);
    }

    /** As soon as it is, the disk is here, and this is what is left elsewhere. */
    @Override
    public boolean isReady() {
        return false;
    }

    @Override
    public boolean hasFailed() {
        return progress.statusReason() != null;
    }

    @Override
    public HostProgress progress() {
        return progress;
    }

    @Override
    public ThingOnHost onHost() {
        return onHost;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
