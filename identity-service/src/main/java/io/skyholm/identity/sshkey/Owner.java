package io.skyholm.identity.sshkey;

import java.util.UUID;

/** Whose key it is to be. */
record Owner(UUID userId, UUID tenantId) {}
