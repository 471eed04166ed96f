package io.skyholm.network.subnet;

/**
 * A stretch of a block of which nothing was given yet.
 *
 * @param first and {@code last}: places in the block, counted from its first address
 */
public record FreeRange(int number, long first, long last) {}
