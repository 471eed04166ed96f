package io.skyholm.storage.object;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that the store has.
 *
 * @param sealed whether it is whole
 * @param changedAt when it changed last, by the clock of the store
 */
public record StoredObject(UUID id, long sizeBytes, boolean sealed, Instant changedAt) {}
