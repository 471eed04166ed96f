package io.skyholm.runtime.testing;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Runs reactive code as a service does, on an event loop, for a test that waits. */
public final class Chains {

    private Chains() {}

    /** What comes out at the end of the chain; its failure is thrown as it is, if it is unchecked. */
    public static <T> T outcomeOf(Supplier<Uni<T>> chain) {
        try {
            return VertxContextSupport.subscribeAndAwait(chain);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
