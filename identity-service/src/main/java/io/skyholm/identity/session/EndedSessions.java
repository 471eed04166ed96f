package io.skyholm.identity.session;

import java.util.UUID;

/** How many sessions of a user were ended. */
public record EndedSessions(UUID userId, int ended) {}
