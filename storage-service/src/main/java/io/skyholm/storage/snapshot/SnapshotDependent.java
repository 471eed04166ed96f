package io.skyholm.storage.snapshot;

/** Something whose host still reads snapshots, which therefore stay; its room stands above. */
public interface SnapshotDependent {

    /** A select that answers with a row for each that reads the snapshot {@code $1}. */
    String select();
}
