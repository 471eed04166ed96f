package io.skyholm.storage.version;

import io.skyholm.events.storage.DiskFormat;
import io.skyholm.events.storage.ImageVersionStatus;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.storage.expiry.Expiry;
import io.skyholm.storage.image.ImageView;
import io.skyholm.storage.source.SourceUrl;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bytes of a disk, and how far it has been proved that they are what was said of them. */
@Entity
class ImageVersion implements Revised {

    @Id
    UUID id;

    @Nullable UUID tenantId;

    UUID imageId;
    String versionNumber;

    @Nullable String versionName;

    @Nullable String releaseNotes;

    @Nullable UUID parentVersionId;

    @Enumerated(EnumType.STRING)
    DiskFormat diskFormat;

    boolean isLatest;
    boolean isDefault;

    @Enumerated(EnumType.STRING)
    ImageVersionStatus status;

    @Nullable String failureReason;

    /** Under which the store has its bytes. */
    @Nullable UUID objectId;

    /** Which store has them. */
    @Nullable String fileServerId;

    @Nullable Long sizeBytes;

    @Nullable Integer sizeGb;

    @Nullable String checksumSha256;

    @Nullable String checksumMd5;

    /** Of bytes that a host has copied, as it has told; null where none has, or its agent says none. */
    @Nullable String copiedSha256;

    /** When verifying has taken too long. */
    @Nullable Instant verifyUntil;

    @Nullable String sourceUrl;

    /** What follows the question mark of the source: it may hold a signature, and is forgotten with its use. */
    @Nullable String sourceQuery;

    /** When fetching from the source has taken too long. */
    @Nullable Instant importUntil;

    /** With which it was asked for; null where somebody had logged in. */
    @Nullable UUID importKeyId;

    int importRestarts;

    @Nullable Long receivedBytes;

    /** The snapshot whose bytes it has, or is to have; null where they come from elsewhere. */
    @Nullable UUID sourceSnapshotId;

    /** Why they have not come yet. */
    @Nullable String statusReason;

    /** Until when it can be taken back; null unless it was deleted and waits for that time. */
    @Nullable Instant deletableAt;

    @Embedded
    Expiry expiry = new Expiry();

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected ImageVersion() {}

    ImageVersion(ImageView image, CreateImageVersion command, Revision revision) {
        this.id = Ids.next();
        this.tenantId = image.tenantId();
        this.imageId = image.id();
        this.versionNumber = command.versionNumber();
        this.versionName = command.versionName();
        this.releaseNotes = command.releaseNotes();
        this.parentVersionId = command.parentVersionId();
        this.diskFormat = command.diskFormat();
        this.status = ImageVersionStatus.PENDING;
        this.checksumSha256 = command.checksumSha256();
        this.checksumMd5 = command.checksumMd5();
        this.revision = revision;
    }

    /** Its bytes are fetched from there until then, as long as that API key is good, if it was asked for with one. */
    void importFrom(SourceUrl source, Instant deadline, @Nullable UUID key) {
        sourceUrl = source.shown();
        sourceQuery = source.query();
        importUntil = deadline;
        importKeyId = key;
    }

    boolean isImporting() {
        return status == ImageVersionStatus.PENDING && importUntil != null;
    }

    /** So many bytes of that snapshot are copied, under that name in the store. */
    void copies(UUID snapshot, UUID object, long bytes) {
        expects(object, bytes);
        sourceSnapshotId = snapshot;
    }

    /** Whether a host may still be writing its bytes. */
    boolean isCopying() {
        return status == ImageVersionStatus.PENDING && sourceSnapshotId != null;
    }

    /** Its host has copied nothing yet. */
    void explain(String reason) {
        statusReason = reason;
    }

    private void endImport() {
        sourceQuery = null;
        importUntil = null;
        importKeyId = null;
    }

    private void become(ImageVersionStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("A version that is %s cannot become %s".formatted(status, next));
        }
        status = next;
    }

    /** Where its bytes are downloaded. */
    @Nullable String filePath() {
        return isAvailable() ? "/v1/images/%s/versions/%s/content".formatted(imageId, id) : null;
    }

    boolean isAvailable() {
        return status == ImageVersionStatus.AVAILABLE && deletableAt == null;
    }

    /** So many bytes will come, under that name in the store. */
    void expects(UUID object, long bytes) {
        if (!status.takesBytes()) {
            throw VersionProblems.hasBytes();
        }
        if (status != ImageVersionStatus.PENDING) {
            become(ImageVersionStatus.PENDING);
        }
        failureReason = null;
        sourceSnapshotId = null;
        objectId = object;
        sizeBytes = bytes;
        receivedBytes = 0L;
    }

    /** The bytes will not come after all. */
    void expectsNothing() {
        endImport();
        forget();
    }

    /** They are fetched anew from the beginning. */
    void restarted() {
        importRestarts++;
        forget();
    }

    private void forget() {
        objectId = null;
        fileServerId = null;
        sizeBytes = null;
        receivedBytes = null;
        copiedSha256 = null;
    }

    /** Their host has left them with the store, where they are compared with what it says of them. */
    void copied(@Nullable String sha256) {
        copiedSha256 = sha256;
    }

    /** They have come, and are to be verified until then. */
    void received(Instant deadline) {
        become(ImageVersionStatus.VERIFYING);
        endImport();
        statusReason = null;
        receivedBytes = sizeBytes;
        verifyUntil = deadline;
    }

    /** They are what was said of them. */
    void verified(Verified found) {
        become(ImageVersionStatus.AVAILABLE);
        verifyUntil = null;
        sizeGb = found.sizeGb();
        checksumSha256 = found.sha256();
        checksumMd5 = found.md5();
    }

    /** They are not; whoever uploads again is compared with what was announced. */
    void failed(String reason) {
        become(ImageVersionStatus.FAILED);
        verifyUntil = null;
        statusReason = null;
        failureReason = reason;
        expectsNothing();
    }

    /** Whether bytes of it are on their way, or are looked at. */
    boolean isReceiving() {
        return status == ImageVersionStatus.VERIFYING
                || (status == ImageVersionStatus.PENDING && (objectId != null || importUntil != null));
    }

    /** It goes with its image to another tenant, who need not know from where it was imported. */
    void give(UUID tenant) {
        tenantId = tenant;
        sourceUrl = null;
        statusReason = null;
        expiry.clear();
    }

    /** Refuses what is done with versions only that nobody has deleted. */
    void checkNotDeleted() {
        if (deletableAt != null) {
            throw VersionProblems.isDeleted();
        }
    }

    /** It ends then, unless it is taken back before; until then its bytes stay and nobody uses it. */
    void deleteAt(Instant end) {
        deletableAt = end;
        isLatest = false;
        isDefault = false;
    }

    void restore() {
        if (deletableAt == null) {
            throw VersionProblems.notDeleted();
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
        become(ImageVersionStatus.DELETED);
        endImport();
        isLatest = false;
        isDefault = false;
        statusReason = null;
        verifyUntil = null;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
