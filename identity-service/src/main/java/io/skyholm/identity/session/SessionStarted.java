package io.skyholm.identity.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a session was seen which may not be known yet: whose, since when, from where and with what. */
public record SessionStarted(
        UUID id,
        UUID userId,
        Instant at,
        @Nullable String address,
        @Nullable String agent) {}
