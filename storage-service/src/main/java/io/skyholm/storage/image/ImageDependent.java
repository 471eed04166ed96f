package io.skyholm.storage.image;

/** Something that belongs to images, which therefore cannot be deleted; its room stands above. */
public interface ImageDependent {

    /** A select that answers with a row for each that the image {@code $1} has. */
    String select();
}
