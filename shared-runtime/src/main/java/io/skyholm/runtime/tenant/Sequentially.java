package io.skyholm.runtime.tenant;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** One step for each of several things, one after the other: a session takes one statement at a time. */
public final class Sequentially {

    private Sequentially() {}

    /** What the steps came to, in the order of the things; the first that fails is the last. */
    public static <T, R> Uni<List<R>> of(Collection<T> things, Function<? super T, Uni<? extends R>> step) {
        return Multi.createFrom()
                .iterable(things)
                .onItem()
                .transformToUniAndConcatenate(step)
                .collect()
                .asList();
    }
}
