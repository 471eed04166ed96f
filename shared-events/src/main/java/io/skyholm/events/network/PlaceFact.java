package io.skyholm.events.network;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place as every service may know it. */
@JsonClassDescription("A place: where a tenant is, and the subnet that serves it.")
public record PlaceFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this place; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("Unique among its tenant's.")
        String name,

        @Nullable String description,

        @JsonPropertyDescription("A subnet serves one place at most.") @Nullable UUID subnetId,

        @Nullable String location,
        PlaceStatus status,
        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {}
