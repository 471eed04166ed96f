package io.skyholm.compute.instance;

import io.skyholm.compute.size.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a resize was asked with, and what there was before, should it fail. */
record ResizeRequest(
        Size wanted,
        Size before,
        @Nullable UUID planId,
        @Nullable UUID planBefore) {}
