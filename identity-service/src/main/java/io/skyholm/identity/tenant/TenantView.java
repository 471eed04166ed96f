package io.skyholm.identity.tenant;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.TenantStatus;
import java.time.Instant;
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
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt) {}
