package io.skyholm.audit.archive;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Leaves the event loop for what blocks, and comes back to it. */
@ApplicationScoped
class BlockingWork {

    <T> Uni<T> work(Supplier<T> work) {
        Context caller = Vertx.currentContext();
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(command -> caller.runOnContext(ignored -> command.run()));
    }

    Uni<Void> run(Runnable work) {
        return work(() -> {
                    work.run();
                    return true;
                })
                .replaceWithVoid();
    }
}
