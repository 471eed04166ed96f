package io.skyholm.identity.tenant;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.TenantStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant as callers see it. */
@Schema(name = "Tenant")
public record TenantView(
        UUID id,
        long generation,
        String name,
        @Nullable String description,
        TenantStatus status,
        @Nullable UUID adminUserId,
        @Nullable Integer vlanId,
        @Nullable QuotaConfig quotaConfig,

        @Schema(description = "The resource types of which audit records calls that read, too")
        List<String> recordedReads,

        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt) {}
