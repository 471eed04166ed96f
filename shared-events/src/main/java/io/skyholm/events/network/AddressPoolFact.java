package io.skyholm.events.network;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pool of addresses as every service may know it. */
@JsonClassDescription("A pool of addresses: how those of a subnet are given.")
public record AddressPoolFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this pool; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Absent for what is the platform's.") @Nullable UUID tenantId,

        @JsonPropertyDescription("Unique in its data centre.")
        String name,

        @Nullable String description,
        @Nullable UUID edgeDataCenterId,

        @JsonPropertyDescription("A subnet has one pool at most.")
        UUID subnetId,

        IpPoolConfig ipPoolConfig,
        AddressPoolStatus status,
        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {}
