package io.skyholm.events.compute;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A StackScript as every service may know it; what it says is not told, for it may be long. */
@JsonClassDescription("A StackScript: what runs at an instance's first boot, with the variables it asks for.")
public record StackScriptFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this script; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Absent for the platform's own.") @Nullable UUID tenantId,

        @JsonPropertyDescription("Unique among its tenant's.")
        String name,

        @JsonPropertyDescription("What another system calls it.") @Nullable String externalId,

        @Nullable String description,

        @JsonPropertyDescription("The names of the variables it asks for.")
        List<String> variables,

        boolean isActive,

        @JsonPropertyDescription("Whether every tenant may use it.")
        boolean isPublic,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the script is deleted.") @Nullable Instant deletedAt)
        implements Fact {}
