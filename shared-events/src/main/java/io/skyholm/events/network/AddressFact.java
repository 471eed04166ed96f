package io.skyholm.events.network;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address as every service may know it. */
@JsonClassDescription("An address of a subnet, or a range of them, and who has it.")
public record AddressFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this address; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Who has it, or whose subnet it is in.") @Nullable UUID tenantId,

        UUID subnetId,
        @Nullable UUID ipPoolId,
        @JsonPropertyDescription("Unique in its subnet.") String ipAddress,
        AddressStatus status,
        AddressKind kind,

        @JsonPropertyDescription("Whether it is of a public subnet.")
        boolean isPublic,

        @Nullable UUID instanceId,
        @Nullable UUID portId,
        @Nullable String macAddress,

        @JsonPropertyDescription("The user under whose limits it is held.") @Nullable UUID userId,

        @Nullable Instant allocatedAt,

        @JsonPropertyDescription("The user who asked for it; absent where the platform did.") @Nullable UUID allocatedBy,

        @JsonPropertyDescription("When it is given back by itself.") @Nullable Instant leaseExpiresAt,

        @JsonPropertyDescription("Whether it stands for a range.")
        boolean isRangeStart,

        @JsonPropertyDescription("How many addresses it stands for.")
        int rangeSize,

        List<String> tags,

        @JsonPropertyDescription("What the net shall be told that it is called; whoever runs its reverse zone listens.")
        @Nullable String reverseName,

        Instant createdAt,
        Instant updatedAt)
        implements Fact {}
