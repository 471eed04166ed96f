package io.skyholm.storage.image;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The disk that an image stands for where it is named without a version: that of its default. */
public record ImageDisk(
        @Nullable UUID defaultVersionId,
        @Nullable Integer sizeGb,
        @Nullable String checksumMd5,
        @Nullable String fileServerId) {

    /** Of an image without a version that can be used. */
    public static final ImageDisk NONE = new ImageDisk(null, null, null, null);
}
