package io.skyholm.events.storage;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The attachment of a disk to an instance as every service may know it. */
@JsonClassDescription("The attachment of a data disk to an instance.")
public record DiskAttachmentFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this attachment; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("The disk.") UUID diskId,

        @JsonPropertyDescription("The instance that it is attached to.")
        UUID instanceId,

        @JsonPropertyDescription("Where the instance has it among its files.")
        String mountPath,

        @JsonPropertyDescription("What the instance may do with it.")
        MountMode mountMode,

        @JsonPropertyDescription("As what the instance has it; absent for a disk of its own.") @Nullable AttachmentDevice device,

        @JsonPropertyDescription("Whether the instance boots from it first; absent for what is not in its drive.")
        @Nullable Boolean bootsFirst,

        DiskAttachmentStatus status,

        @JsonPropertyDescription("Why it is not yet what it should be; absent where it is.") @Nullable String statusReason,

        @JsonPropertyDescription("When the host had shown it first; absent until then.") @Nullable Instant attachedAt,

        @JsonPropertyDescription("The user who asked for it; absent where the platform's own work did.") @Nullable UUID attachedBy,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DETACHED.") @Nullable Instant deletedAt)
        implements Fact {}
