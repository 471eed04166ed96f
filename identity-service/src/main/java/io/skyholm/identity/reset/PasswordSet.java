package io.skyholm.identity.reset;

import java.util.UUID;

/** That a password was set, and for whom. */
public record PasswordSet(UUID userId, String username) {}
