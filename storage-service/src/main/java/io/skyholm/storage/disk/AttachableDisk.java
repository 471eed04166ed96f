package io.skyholm.storage.disk;

import java.util.UUID;

/** A disk that can be attached, on that host, to so many instances at once. */
public record AttachableDisk(UUID id, UUID tenantId, UUID host, int maxAttachments) {}
