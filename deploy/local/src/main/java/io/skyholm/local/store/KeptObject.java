package io.skyholm.local.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What lies in an object store.
 *
 * @param name where it lies there
 * @param id of the object that it is, or belongs to; null for what storage never calls anything
 * @param sizeBytes all that is there of it
 * @param isSealed whether the store has it as something whole
 * @param changedAt when something of it came last, by the store's own clock
 */
public record KeptObject(String name, @Nullable UUID id, long sizeBytes, boolean isSealed, Instant changedAt) {}
