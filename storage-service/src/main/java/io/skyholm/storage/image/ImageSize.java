package io.skyholm.storage.image;

/** The largest sizes that an image can ask of an instance. */
final class ImageSize {

    static final int MOST_CORES = 512;
    static final int MOST_MEMORY = 16_384;
    static final int MOST_STORAGE = 100_000;

    private ImageSize() {}
}
