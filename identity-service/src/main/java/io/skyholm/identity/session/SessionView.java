package io.skyholm.identity.session;

import io.skyholm.identity.keycloak.DirectorySession;
import io.skyholm.runtime.http.Versioned;
import io.skyholm.runtime.record.Projection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as callers see it. */
@Schema(name = "Session")
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

        @Nullable Instant endedAt)
        implements Versioned {

    private static final Projection<Session, SessionView> OF = Projection.of(Session.class, SessionView.class);

    static SessionView of(Session session) {
        return OF.apply(session);
    }

    /** Whether it has ended by itself by then. */
    boolean hasExpired(Instant now) {
        return expiresAt.isBefore(now);
    }

    /** The same session as the directory has it, if it is one of those that last there. */
    Optional<DirectorySession> among(List<DirectorySession> lasting) {
        return lasting.stream().filter(known -> known.id().equals(id)).findFirst();
    }
}
