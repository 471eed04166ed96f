package io.skyholm.storage;

import java.util.List;
import java.util.function.ToLongFunction;

/** So many things of a kind, and how many GiB they have together. */
public record HeldRows(long many, long gib) {

    public static <T> HeldRows of(List<T> things, ToLongFunction<T> gib) {
        return new HeldRows(things.size(), things.stream().mapToLong(gib).sum());
    }

    /** Of things that have no size. */
    public static HeldRows of(List<?> things) {
        return new HeldRows(things.size(), 0);
    }
}
