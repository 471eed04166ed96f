package io.skyholm.storage.moving;

import io.skyholm.events.host.DesiredExport;
import io.skyholm.hosts.ThingOnHost;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.storage.disk.CopyableDisks.MovableDisk;
import io.skyholm.storage.encryption.DiskSize;
import io.skyholm.storage.host.HostProgress;
import io.skyholm.storage.host.HostedThing;
import io.skyholm.storage.object.StoredPart;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The move of a disk: its bytes in the object store, on their way from one host to the other. The thing on the disk's first host is the export that
 * leaves them with the store.
 */
@Entity
class MovingDisk implements Revised, HostedThing {

    /** As what hosts leave the bytes of an object. */
    private static final String PART = "export";

    @Id
    UUID id;

    UUID tenantId;
    UUID diskId;
    UUID objectId;
    int sizeGb;

    /** Whether its bytes are encrypted. */
    boolean encrypted;

    /** Of what the store has read; null until then. */
    @Nullable String checksumSha256;

    /** Of what its host has left, as the host has read it back; null until it has, and where its agent says none. */
    @Nullable String exportedSha256;

    /** Whether the host has shown that it has left all bytes with the store. */
    boolean isExported;

    /** Whether the disk is where it is to be, be it that it stays where it was. */
    boolean isOver;

    /** Whether the host has nothing of the export any more. */
    boolean isReleased;

    @Embedded
    HostProgress progress = new HostProgress();

    @Embedded
    ThingOnHost onHost = new ThingOnHost();

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected MovingDisk() {}

    MovingDisk(MovableDisk disk, Revision revision) {
        this.id = Ids.next();
        this.tenantId = disk.tenantId();
        this.diskId = disk.id();
        this.objectId = Ids.next();
        this.sizeGb = disk.sizeGb();
        this.encrypted = disk.encrypted();
        this.progress.change();
        this.onHost.assign(Objects.requireNonNull(disk.onHost().host(), "a disk is on a host"));
        this.revision = revision;
    }

    long sizeBytes() {
        return DiskSize.bytes(sizeGb, encrypted);
    }

    /** What its host leaves of the object. */
    StoredPart left() {
        return new StoredPart(PART, sizeBytes());
    }

    UUID host() {
        return Objects.requireNonNull(onHost.host(), "an export is on a host");
    }

    /** What its host is told of the export from now on. */
    DesiredExport tell() {
        progress.told();
        boolean present = !isLeaving();
        return new DesiredExport(id, onHost.tell(host(), present), present, tenantId, null, diskId, objectId);
    }

    /** The export has done what it was for, or is of no use any more. */
    @Override
    public boolean isLeaving() {
        return isOver || checksumSha256 != null;
    }

    @Override
    public boolean isReady() {
        return isExported;
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

    /** All bytes are where the store takes them from. */
    void exported() {
        isExported = true;
        progress.settle(null);
    }

    /** Whether the store has other bytes than its host has left. */
    boolean isOtherThan(String sha256) {
        return exportedSha256 != null && !exportedSha256.equals(sha256);
    }

    /** The store has them, and they were read there. */
    void stored(String sha256) {
        checksumSha256 = sha256;
        progress.settle(null);
        progress.change();
    }

    /** The disk is where it is to be: of an export that is still there nobody has any use. */
    void over() {
        if (!isLeaving()) {
            progress.settle(null);
            progress.change();
        }
        isOver = true;
    }

    /** Its host has nothing of the export any more, and writes nothing. */
    void released() {
        isReleased = true;
        progress.settle(null);
        progress.told();
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
