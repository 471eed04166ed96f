package io.skyholm.runtime.page;

import org.jspecify.annotations.Nullable;

/** Which rows of a list are wanted, of those that its filter and the caller's rights let through. */
public sealed interface ListPart permits PageRequest, NamedRows {

    /** How many at most. */
    int limit();

    /** The place to go on from, or null for the beginning. */
    @Nullable Cursor after();
}
