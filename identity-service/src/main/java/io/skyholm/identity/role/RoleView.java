package io.skyholm.identity.role;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A role as callers see it. */
@Schema(name = "Role")
public record RoleView(
        UUID id,
        long generation,

        @Schema(description = "Absent for what is built in") @Nullable UUID tenantId,

        String name,
        @Nullable String description,

        @Schema(description = "Whether users who are created without roles get it")
        boolean isDefault,

        boolean isBuiltIn,

        List<Permission> permissions,

        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
