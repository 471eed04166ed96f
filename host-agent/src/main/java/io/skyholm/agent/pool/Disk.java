package io.skyholm.agent.pool;

import java.util.UUID;

/**
 * A disk as its pool has it.
 *
 * @param whole false for what is left of one that was not made to the end
 */
public record Disk(UUID id, long sizeBytes, boolean whole) {}
