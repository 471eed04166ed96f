package io.skyholm.runtime.blocking;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Leaves the event loop for what blocks, and comes back to it. */
@ApplicationScoped
public class BlockingWork {

    /** The result of work that blocks. */
    public <T> Uni<T> work(Supplier<T> work) {
        return work(Infrastructure.getDefaultWorkerPool(), work);
    }

    /**
     * The same on threads of its own, for what may hang, as a disk or another server does: it holds up nobody who does not need it. Fails where
     * these threads take no more.
     */
    public <T> Uni<T> work(Executor threads, Supplier<T> work) {
        Context caller = Vertx.currentContext();
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(threads)
                .emitOn(command -> caller.runOnContext(ignored -> command.run()));
    }

    /** The same for work without a result. */
    public Uni<Void> run(Runnable work) {
        return work(() -> {
                    work.run();
                    return true;
                })
                .replaceWithVoid();
    }
}
