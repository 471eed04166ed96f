package io.skyholm.storage.image;

import io.skyholm.events.storage.ImageArchitecture;
import io.skyholm.events.storage.ImageStatus;
import io.skyholm.events.storage.ImageType;
import io.skyholm.events.storage.ImageVisibility;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.storage.Owner;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What disks are made from; a tenant's or the platform's. */
@Entity
class Image implements Revised {

    @Id
    UUID id;

    @Nullable UUID tenantId;

    UUID ownerId;
    String name;

    @Nullable String description;

    @Enumerated(EnumType.STRING)
    ImageType imageType;

    @Nullable String baseOs;

    @Nullable String osVersion;

    @Enumerated(EnumType.STRING)
    ImageArchitecture architecture;

    @Nullable Integer minCpuCores;

    @Nullable Integer minMemoryGb;

    @Nullable Integer minStorageGb;

    @Nullable Integer recommendedCpuCores;

    @Nullable Integer recommendedMemoryGb;

    @Enumerated(EnumType.STRING)
    ImageVisibility visibility;

    @Nullable UUID userGroupId;

    @Enumerated(EnumType.STRING)
    ImageStatus status;

    @Nullable UUID defaultVersionId;

    @Nullable Integer sizeGb;

    @Nullable String checksumMd5;

    @Nullable String fileServerId;

    /** Whether deleting it, or what it is made of, is refused. */
    boolean deletionProtection;

    /** Until when it can be taken back; null unless it was deleted and waits for that time. */
    @Nullable Instant deletableAt;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Image() {}

    Image(@Nullable UUID tenantId, CreateImage command, UUID owner, Revision revision) {
        this.id = Ids.next();
        this.tenantId = tenantId;
        this.ownerId = owner;
        this.name = command.name();
        this.description = command.description();
        this.imageType = command.imageType();
        this.baseOs = command.baseOs();
        this.osVersion = command.osVersion();
        this.architecture = Patch.of(command.architecture(), ImageArchitecture.X86_64);
        this.minCpuCores = command.minCpuCores();
        this.minMemoryGb = command.minMemoryGb();
        this.minStorageGb = command.minStorageGb();
        this.recommendedCpuCores = command.recommendedCpuCores();
        this.recommendedMemoryGb = command.recommendedMemoryGb();
        this.visibility = Patch.of(command.visibility(), ImageVisibility.PRIVATE);
        this.userGroupId = command.userGroupId();
        this.deletionProtection = Patch.of(command.deletionProtection(), false);
        this.status = ImageStatus.ACTIVE;
        this.revision = revision;
    }

    /** Who may use it; a group is named exactly when it is for one. */
    void isFor(ImageVisibility wanted, @Nullable UUID group) {
        visibility = wanted;
        if (group != null) {
            userGroupId = group;
        } else if (wanted != ImageVisibility.GROUP_SPECIFIC) {
            userGroupId = null;
        }
    }

    /** Refuses what contradicts itself. */
    void check() {
        if ((visibility == ImageVisibility.GROUP_SPECIFIC) != (userGroupId != null)) {
            throw ImageProblems.groupAndVisibility();
        }
        checkAdvice("recommendedCpuCores", recommendedCpuCores, minCpuCores);
        checkAdvice("recommendedMemoryGb", recommendedMemoryGb, minMemoryGb);
    }

    private static void checkAdvice(String field, @Nullable Integer advised, @Nullable Integer least) {
        if (advised != null && least != null && advised < least) {
            throw ImageProblems.adviceBelowMinimum(field, least);
        }
    }

    /** Where the bytes of its default version are downloaded. */
    @Nullable String filePath() {
        return defaultVersionId == null ? null : "/v1/images/%s/versions/%s/content".formatted(id, defaultVersionId);
    }

    /** What it stands for without a version; whether that is another than before. */
    boolean setDefaultDisk(ImageDisk disk) {
        ImageDisk before = new ImageDisk(defaultVersionId, sizeGb, checksumMd5, fileServerId);
        defaultVersionId = disk.defaultVersionId();
        sizeGb = disk.sizeGb();
        checksumMd5 = disk.checksumMd5();
        fileServerId = disk.fileServerId();
        return !disk.equals(before);
    }

    /** Refuses one that others than its tenant's people have something to do with. */
    void checkPrivate() {
        if (tenantId == null || visibility != ImageVisibility.PRIVATE) {
            throw ImageProblems.notPrivate();
        }
    }

    /** It is theirs from now on. */
    void give(Owner to) {
        tenantId = to.tenantId();
        ownerId = Objects.requireNonNull(to.userId(), "somebody has accepted it");
    }

    /** Refuses what is done with images only that nobody has deleted. */
    void checkNotDeleted() {
        if (isDeleted()) {
            throw ImageProblems.isDeleted();
        }
    }

    /** Refuses what loses it while its owner has it protected. */
    void checkNotProtected() {
        if (deletionProtection && !isDeleted()) {
            throw ImageProblems.isProtected();
        }
    }

    boolean isDeleted() {
        return deletableAt != null;
    }

    /** It ends then, unless it is taken back before. */
    void deleteAt(Instant end) {
        deletableAt = end;
    }

    void restore() {
        if (deletableAt == null) {
            throw ImageProblems.notDeleted();
        }
        deletableAt = null;
    }

    /** Whether nobody has taken it back in time. */
    boolean isToEnd(Instant now) {
        return deletableAt != null && !deletableAt.isAfter(now);
    }

    void delete() {
        deletableAt = null;
        status = ImageStatus.DELETED;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
