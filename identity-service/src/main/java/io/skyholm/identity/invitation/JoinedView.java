package io.skyholm.identity.invitation;

import java.util.UUID;

/** Who somebody is now that they have accepted. */
public record JoinedView(UUID tenantId, UUID userId, String username) {}
