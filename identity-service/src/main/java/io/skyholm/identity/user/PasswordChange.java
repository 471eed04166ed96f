package io.skyholm.identity.user;

import io.skyholm.identity.keycloak.DirectorySession;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a user changed their password in the directory itself, and the session in which they did if there was one. */
public record PasswordChange(
        UUID userId, Instant at, @Nullable UUID sessionId) {

    /** Whether the old password began that session, and the user is not in it now; the directory counts in seconds. */
    boolean ends(DirectorySession session) {
        return session.startedAt().isBefore(at.truncatedTo(ChronoUnit.SECONDS))
                && !session.id().equals(sessionId);
    }

    /** Those that end of the sessions that there are. */
    List<UUID> ending(List<DirectorySession> sessions) {
        return sessions.stream().filter(this::ends).map(DirectorySession::id).toList();
    }

    /** Whether it is not known yet, as exactly as the database keeps times; what we changed ourselves is. */
    boolean isNewsFor(User user) {
        return !user.revision.isDeleted()
                && (user.tokensNotBefore == null || user.tokensNotBefore.isBefore(at.truncatedTo(ChronoUnit.MICROS)));
    }
}
