package io.skyholm.runtime.tenant;

import io.smallrye.mutiny.Uni;

/** Carries work to its end although whoever asked for it has gone: what has begun must not stop half-way. */
public final class Uncancellable {

    private Uncancellable() {}

    /** A client that hangs up cancels its request, not the work: a half-cancelled transaction would keep its connection. */
    public static <T> Uni<T> of(Uni<T> work) {
        return Uni.createFrom().emitter(outcome -> work.subscribe().with(outcome::complete, outcome::fail));
    }
}
