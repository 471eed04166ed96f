package io.skyholm.storage.version;

import io.skyholm.events.storage.DiskFormat;
import io.skyholm.events.storage.ImageVersionStatus;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.storage.image.ImageView;
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

    @Nullable Long sizeBytes;

    @Nullable Integer sizeGb;

    @Nullable String checksumSha256;

    @Nullable String checksumMd5;

    /** When verifying has taken too long. */
    @Nullable Instant verifyUntil;

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

    boolean isAvailable() {
        return status == ImageVersionStatus.AVAILABLE;
    }

    /** So many bytes will come, under that name in the store. */
    void expects(UUID object, long bytes) {
        if (!status.takesBytes()) {
            throw VersionProblems.hasBytes();
        }
        status = ImageVersionStatus.PENDING;
        failureReason = null;
        objectId = object;
        sizeBytes = bytes;
    }

    /** The bytes will not come after all. */
    void expectsNothing() {
        objectId = null;
        sizeBytes = null;
    }

    /** They have come, and are to be verified until then. */
    void received(Instant deadline) {
        status = ImageVersionStatus.VERIFYING;
        verifyUntil = deadline;
    }

    /** They are what was said of them. */
    void verified(Verified found) {
        status = ImageVersionStatus.AVAILABLE;
        verifyUntil = null;
        sizeGb = found.sizeGb();
        checksumSha256 = found.sha256();
        checksumMd5 = found.md5();
    }

    /** They are not; whoever uploads again is compared with what was announced. */
    void failed(String reason) {
        status = ImageVersionStatus.FAILED;
        verifyUntil = null;
        failureReason = reason;
        expectsNothing();
    }

    void delete() {
        status = ImageVersionStatus.DELETED;
        isLatest = false;
        isDefault = false;
        verifyUntil = null;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
