package io.skyholm.identity.registration;

import java.util.UUID;

/** What came of a registration. */
public record RegisteredView(UUID tenantId, UUID userId, String username) {}
