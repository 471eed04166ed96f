package io.skyholm.identity.group;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group as callers see it. */
@Schema(name = "UserGroup")
public record GroupView(
        UUID id,
        long generation,
        UUID tenantId,
        String name,
        @Nullable String description,
        @Nullable UUID parentGroupId,
        @Nullable QuotaConfig quotaConfig,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
