package io.skyholm.identity.group;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member of a group as callers see them. */
@Schema(name = "UserGroupMember")
public record MemberView(
        UUID id,
        long generation,
        UUID groupId,
        UUID userId,
        UUID tenantId,
        Instant joinedAt,
        @Nullable UUID addedBy,

        @Schema(description = "Present exactly when they are no member any more") @Nullable Instant removedAt) {}
