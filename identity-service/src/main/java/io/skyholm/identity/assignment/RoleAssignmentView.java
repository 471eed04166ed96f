package io.skyholm.identity.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A role assignment as callers see it; it never changes. */
@Schema(name = "RoleAssignment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoleAssignmentView(
        UUID id,
        UUID tenantId,
        UUID userId,
        UUID roleId,
        Instant createdAt,
        @Nullable UUID createdBy) {}
