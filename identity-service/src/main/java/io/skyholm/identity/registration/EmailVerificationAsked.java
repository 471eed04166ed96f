package io.skyholm.identity.registration;

import java.util.UUID;

/** That a mail is on its way to a user. */
public record EmailVerificationAsked(UUID userId, String email) {}
