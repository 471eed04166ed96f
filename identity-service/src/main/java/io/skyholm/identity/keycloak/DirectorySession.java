package io.skyholm.identity.keycloak;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as the directory has it now. */
public record DirectorySession(UUID id, @Nullable String ipAddress, Instant startedAt, Instant lastActivityAt) {}
