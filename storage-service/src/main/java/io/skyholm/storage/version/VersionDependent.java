package io.skyholm.storage.version;

/** Something that names versions, which therefore cannot be deleted; its room stands above. */
public interface VersionDependent {

    /** A select that answers with a row for each that names the version {@code $1}. */
    String select();
}
