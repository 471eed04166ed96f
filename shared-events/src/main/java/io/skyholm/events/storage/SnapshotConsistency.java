package io.skyholm.events.storage;

/** What the bytes of a snapshot are worth to whoever reads them. */
public enum SnapshotConsistency {
    /** Nobody could write to the disk while they were kept. */
    AT_REST,
    /** An instance may have been writing: they are those of one moment, as a machine finds them that lost its power then. */
    CRASH_CONSISTENT
}
