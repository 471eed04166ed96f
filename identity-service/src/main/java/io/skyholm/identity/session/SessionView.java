package io.skyholm.identity.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as callers see it. */
@Schema(name = "Session")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID userId,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        Instant createdAt,
        Instant lastActivityAt,

        @Schema(description = "When it ends by itself at the latest")
        Instant expiresAt,

        @Nullable Instant endedAt) {

    static SessionView of(Session session) {
        return new SessionView(
                session.id,
                session.generation,
                session.tenantId,
                session.userId,
                session.ipAddress,
                session.userAgent,
                session.createdAt,
                session.lastActivityAt,
                session.expiresAt,
                session.endedAt);
    }
}
