package io.skyholm.runtime.tenant;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Gives up waiting after a while, and goes on where the waiting began: on a timer's thread no transaction can begin. */
public final class TimeLimit {

    private TimeLimit() {}

    /** What the work comes to; fails with a {@link TimeoutException} if that takes too long. */
    public static <T> Uni<T> of(Duration longest, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            Uni<T> limited = work.get()
                    .ifNoItem()
                    .after(longest)
                    .failWith(() -> new TimeoutException("It took longer than " + longest));
            return context == null ? limited : limited.emitOn(step -> context.runOnContext(ignored -> step.run()));
        });
    }
}
