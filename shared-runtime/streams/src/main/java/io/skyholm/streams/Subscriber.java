package io.skyholm.streams;

import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.call.CurrentCall;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Who watches a stream, and whether they still may. */
public final class Subscriber {

    private final Caller caller;
    private final Supplier<Uni<Void>> access;

    Subscriber(Caller caller, Supplier<Uni<Void>> access) {
        this.caller = caller;
        this.access = access;
    }

    /** Whoever makes this call. */
    public static Subscriber of(CurrentCall current) {
        return new Subscriber(current.get().caller(), current.access());
    }

    /** Who it is. */
    public Caller caller() {
        return caller;
    }

    /** Fails when they would no longer be let in. */
    Uni<Void> access() {
        return access.get();
    }
}
