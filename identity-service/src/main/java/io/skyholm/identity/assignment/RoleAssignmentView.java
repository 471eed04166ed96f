package io.skyholm.identity.assignment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A role assignment as callers see it; it never changes. */
@Schema(name = "RoleAssignment")
public record RoleAssignmentView(
        UUID id,
        UUID tenantId,
        UUID userId,
        UUID roleId,

        @Schema(
                description =
                        "The user group that is the project within which the role holds; absent for all of the tenant")
        @Nullable UUID groupId,

        Instant createdAt,
        @Nullable UUID createdBy) {}
