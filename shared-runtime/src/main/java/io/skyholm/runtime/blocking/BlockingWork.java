package io.skyholm.runtime.blocking;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** The same for who waits so long for one of these threads and no longer; fails in the same way. What has begun is waited for. */
    public <T> Uni<T> work(Executor threads, Duration patience, Supplier<T> work) {
        Context caller = Vertx.currentContext();
        return Uni.createFrom().deferred(() -> {
            AtomicBoolean decided = new AtomicBoolean();
            Uni<T> done = Uni.createFrom()
                    .item(() -> decided.compareAndSet(false, true))
                    .runSubscriptionOn(threads)
                    .chain(isWanted -> isWanted
                            ? Uni.createFrom().item(work)
                            : Uni.createFrom().nothing());
            Uni<T> tooLate = Uni.createFrom()
                    .<T>nothing()
                    .ifNoItem()
                    .after(patience)
                    .recoverWithUni(() -> decided.compareAndSet(false, true)
                            ? Uni.createFrom().failure(new RejectedExecutionException("no thread was free in time"))
                            : Uni.createFrom().nothing());
            return Uni.combine()
                    .any()
                    .of(done, tooLate)
                    .emitOn(command -> caller.runOnContext(ignored -> command.run()));
        });
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
