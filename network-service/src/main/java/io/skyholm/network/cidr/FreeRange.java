package io.skyholm.network.cidr;

/**
 * A range of a block of which no address was given yet; a row of {@code address_lane}.
 *
 * @param first and {@code last}: places in the block, counted from its first address
 */
public record FreeRange(int number, long first, long last) {}
