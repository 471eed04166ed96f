package io.skyholm.network.address;

import io.skyholm.events.network.AddressKind;
import io.skyholm.events.network.AddressStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address as callers see it. */
@Schema(name = "IpAddress")
public record AddressView(
        UUID id,
        long generation,
        @Nullable UUID tenantId,
        UUID subnetId,
        @Nullable UUID ipPoolId,
        String ipAddress,
        AddressStatus status,
        AddressKind kind,
        boolean isPublic,
        @Nullable UUID instanceId,
        @Nullable UUID portId,
        @Nullable String macAddress,
        @Nullable UUID userId,
        @Nullable Instant allocatedAt,
        @Nullable UUID allocatedBy,
        @Nullable Instant leaseExpiresAt,

        @Schema(description = "When a frozen one can be given again; absent until its port is proven gone") @Nullable Instant frozenUntil,

        boolean isRangeStart,
        int rangeSize,
        List<String> tags,

        @Schema(description = "What the net shall be told that it is called") @Nullable String reverseName,

        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
