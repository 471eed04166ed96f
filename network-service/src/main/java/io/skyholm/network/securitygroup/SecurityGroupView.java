package io.skyholm.network.securitygroup;

import io.skyholm.events.network.SecurityRule;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Security group as callers see it. */
@Schema(name = "SecurityGroup")
public record SecurityGroupView(
        UUID id,
        long generation,
        UUID tenantId,
        String name,
        @Nullable String description,

        @Schema(description = "Whether it guards ports that name no group")
        boolean isDefault,

        List<SecurityRule> rules,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
