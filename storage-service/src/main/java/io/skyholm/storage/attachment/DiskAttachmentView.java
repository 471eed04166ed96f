package io.skyholm.storage.attachment;

import io.skyholm.events.storage.AttachmentDevice;
import io.skyholm.events.storage.DiskAttachmentStatus;
import io.skyholm.events.storage.MountMode;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The attachment of a disk to an instance as callers see it. */
@Schema(name = "DiskAttachment")
public record DiskAttachmentView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID diskId,
        UUID instanceId,
        String mountPath,
        MountMode mountMode,
        AttachmentDevice device,

        @Schema(
                description =
                        "Whether the instance boots from it first, from its next start on; absent for what is not in its drive")
        @Nullable Boolean bootsFirst,

        DiskAttachmentStatus status,
        @Nullable String statusReason,
        @Nullable Instant attachedAt,
        @Nullable UUID attachedBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
