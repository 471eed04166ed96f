package io.skyholm.identity.invitation;

import io.skyholm.events.identity.InvitationStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An invitation as callers see it. */
@Schema(name = "Invitation")
public record InvitationView(
        UUID id,
        long generation,
        UUID tenantId,
        String email,
        List<String> roles,
        InvitationStatus status,
        Instant expiresAt,
        @Nullable UUID invitedBy,
        @Nullable Instant acceptedAt,
        @Nullable UUID userId,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
