package io.skyholm.events.host;

import org.jspecify.annotations.Nullable;

/**
 * How fast a virtual machine may use a disk.
 *
 * @param maxIops how often in a second it may read or write; null for as often as it can
 * @param maxMibPerSecond how much in a second it may read and write together; null for as much as it can
 */
public record IoLimits(@Nullable Integer maxIops, @Nullable Integer maxMibPerSecond) {

    /** With fewer a guest would take its disk for a broken one. */
    public static final int FEWEST_IOPS = 100;

    public static final int MOST_IOPS = 1_000_000;
    public static final int MOST_MIB = 100_000;
}
