package io.skyholm.identity.keycloak;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where credentials are kept. Whatever is asked of it may be asked again. */
public interface Directory {

    /** Fails if it is away. */
    Uni<Void> isThere();

    /**
     * Has the user there as they are given, whether or not they were there before; fails with {@link DirectoryConflict}
     * if somebody else has their name or address there.
     */
    Uni<Void> put(DirectoryUser user);

    /** Has no such user there. */
    Uni<Void> remove(UUID id);

    /** Takes a user's address away there, for somebody whose it is now. */
    Uni<Void> clearAddress(UUID id);

    /** Gives a user a new password. */
    Uni<Void> setPassword(UUID id, String password, boolean temporary);

    /** Has the user set up a second factor at their next login, unless they have one; or no longer asks for it. */
    Uni<Void> requireTotp(UUID id, boolean required);

    /** The sessions of a user that have not ended. */
    Uni<List<DirectorySession>> sessions(UUID userId);

    /** Ends a session of a user, if it has not ended. */
    Uni<Void> endSession(UUID userId, UUID sessionId);

    /** Ends all sessions of a user, if there are any. */
    Uni<Void> endSessions(UUID userId);

    /** What was seen of those kinds since that time, oldest first: at most so many, from the one of that number on. */
    Uni<List<DirectoryEvent>> events(Set<DirectoryEvent.Kind> kinds, Instant since, int first, int most);

    /** What was done by way of its own administration since then, oldest first: at most so many, from the one of that number on. */
    Uni<List<DirectoryChange>> changes(Instant since, int first, int most);

    /** Whether we did that ourselves, to a user or a session: whoever asked us for it has told of it already. */
    boolean isOurs(DirectoryChange change);
}
