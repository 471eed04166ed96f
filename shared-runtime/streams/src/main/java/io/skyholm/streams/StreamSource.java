package io.skyholm.streams;

import io.smallrye.mutiny.Uni;

/** Where a stream finds what is new. */
@FunctionalInterface
public interface StreamSource<T> {

    /** What lies behind that position, in the order of positions. */
    Uni<StreamPage<T>> after(long position);
}
