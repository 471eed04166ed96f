package io.skyholm.storage.copy;

import io.skyholm.events.host.DesiredExport;
import io.skyholm.hosts.ThingOnHost;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.storage.Gib;
import io.skyholm.storage.host.HostProgress;
import io.skyholm.storage.host.HostedThing;
import io.skyholm.storage.object.StoredPart;
import io.skyholm.storage.snapshot.ReadSnapshots.ReadableSnapshot;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a snapshot on their way to be a version's, whose id it has. The thing on its host is the export that leaves them with the
 * store. It is gone with proof before they are verified or removed, so that no host writes to what is read, or is no more.
 */
@Entity
class VersionCopy implements Revised, HostedThing {

    /** As what hosts leave the bytes of an object. */
    private static final String PART = "export";

    @Id
    UUID id;

    UUID tenantId;
    UUID snapshotId;
    UUID objectId;
    long sizeBytes;

    /** Of what its host has left, as the host has read it back; null until it has, and where its agent says none. */
    @Nullable String exportedSha256;

    /** Whether its host has shown that it has left all bytes with the store. */
    boolean isCopied;

    /** Whether nobody needs them any more. */
    boolean isGivenUp;

    /** When copying has taken too long. */
    Instant copyUntil;

    @Embedded
    HostProgress progress = new HostProgress();

    @Embedded
    ThingOnHost onHost = new ThingOnHost();

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected VersionCopy() {}

    VersionCopy(UUID version, ReadableSnapshot snapshot, Instant copyUntil, Revision revision) {
        this.id = version;
        this.tenantId = snapshot.tenantId();
        this.snapshotId = snapshot.id();
        this.objectId = Ids.next();
        this.sizeBytes = Gib.bytes(snapshot.sizeGb());
        this.copyUntil = copyUntil;
        this.progress.change();
        this.onHost.assign(snapshot.computeMachineId());
        this.revision = revision;
    }

    StoredPart bytes() {
        return new StoredPart(PART, sizeBytes);
    }

    UUID host() {
        return Objects.requireNonNull(onHost.host(), "an export is on a host");
    }

    /** What its host is told of it from now on. */
    DesiredExport tell() {
        progress.told();
        return new DesiredExport(id, onHost.tell(host(), !isLeaving()), !isLeaving(), tenantId, snapshotId, objectId);
    }

    /** Its export has done what it was for, or is of no use any more. */
    @Override
    public boolean isLeaving() {
        return isCopied || isGivenUp;
    }

    /** It is leaving as soon as it is. */
    @Override
    public boolean isReady() {
        return isCopied;
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

    boolean isLate(Instant now) {
        return !isLeaving() && !copyUntil.isAfter(now);
    }

    /** Why it has not come to its end, for a person. */
    String lateness() {
        @Nullable String reason = progress.statusReason();
        return reason == null
                ? "The bytes of the snapshot could not be copied in time"
                : "The bytes of the snapshot could not be copied in time: " + reason;
    }

    /** All bytes are where the store takes them from: the export ends. */
    void copied() {
        isCopied = true;
        progress.settle(null);
        progress.change();
    }

    /** It waits longer than usual for its host. */
    void explain(String reason) {
        progress.settle(reason);
    }

    void giveUp() {
        isGivenUp = true;
        progress.settle(null);
        progress.change();
    }

    /** Its host has nothing of it any more, and writes nothing. */
    void end() {
        progress.settle(null);
        progress.told();
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
