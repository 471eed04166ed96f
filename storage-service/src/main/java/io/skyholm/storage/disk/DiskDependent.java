package io.skyholm.storage.disk;

/** Something that disks are used by, which therefore stay as they are; its room stands above. */
public interface DiskDependent {

    /** A select that answers with a row for each that uses the disk {@code $1}. */
    String select();
}
