package io.skyholm.identity.accessgrant;

import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.AccessGrantStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An access grant as its tenant and operators see it. */
@Schema(name = "AccessGrant")
public record AccessGrantView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID operatorId,
        String operatorName,
        String reason,

        List<Permission> permissions,

        int minutes,
        AccessGrantStatus status,
        Instant answerUntil,
        @Nullable UUID answeredBy,
        @Nullable Instant answeredAt,
        @Nullable Instant expiresAt,
        @Nullable Instant endedAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID updatedBy)
        implements Versioned {}
