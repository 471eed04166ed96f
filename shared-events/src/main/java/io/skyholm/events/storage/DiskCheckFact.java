package io.skyholm.events.storage;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last check of a disk as every service may know it. */
@JsonClassDescription("Whether the host of a disk has found it to be what it should be, when that was asked last.")
public record DiskCheckFact(
        @JsonPropertyDescription("That of the disk: there is one check of each.")
        UUID id,

        @JsonPropertyDescription(
                "Counts the changes of the checks of this disk; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("The user who owns the disk; absent where it is nobody's.") @Nullable UUID userId,

        @JsonPropertyDescription("Whether what can be mended is mended.")
        boolean repair,

        DiskCheckStatus status,

        @JsonPropertyDescription("Why it has not come to a result; absent where it has, or nothing is known.") @Nullable String statusReason,

        @JsonPropertyDescription(
                "What was found, each in a sentence; none of a disk that is sound, or while it is checked.")
        List<String> findings,

        @JsonPropertyDescription("When it was asked for.") Instant startedAt,

        @JsonPropertyDescription("When its host had read it to the end; absent where it has not.") @Nullable Instant checkedAt,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who had it checked first; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the disk is no more.") @Nullable Instant deletedAt)
        implements Fact {}
