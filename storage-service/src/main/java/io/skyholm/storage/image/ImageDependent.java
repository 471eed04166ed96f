package io.skyholm.storage.image;

/** Something that belongs to images, which therefore cannot be deleted; its room stands above. */
public interface ImageDependent {

    /** A select that answers with the name of each that the image {@code $1} has and that nobody has deleted. */
    String living();

    /** The same, with those that were deleted and can still be taken back: the image cannot end before them. */
    String kept();
}
