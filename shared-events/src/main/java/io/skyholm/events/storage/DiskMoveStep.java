package io.skyholm.events.storage;

/** How far the move of a disk to another pool is. */
public enum DiskMoveStep {
    /** Its host leaves its bytes with the object store. */
    COPYING,
    /** The store reads them once, for their sum. */
    VERIFYING,
    /** The host of the other pool makes a disk of them, and compares them with that sum. */
    FILLING,
    /** The disk is in one of the two pools, and what the other has of it is removed. */
    REMOVING
}
