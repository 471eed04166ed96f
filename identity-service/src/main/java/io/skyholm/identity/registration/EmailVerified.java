package io.skyholm.identity.registration;

import java.util.UUID;

/** That an address is its user's. */
public record EmailVerified(UUID userId, String email) {}
