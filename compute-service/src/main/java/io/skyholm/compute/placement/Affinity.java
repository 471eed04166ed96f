package io.skyholm.compute.placement;

/** How an instance stands to the other instances of its set. */
public enum Affinity {
    /** On a machine where one of them is, if any has a place. */
    AFFINITY,
    /** On a machine where none of them is. */
    ANTI_AFFINITY
}
