package io.skyholm.runtime.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What was found about callers, for two seconds: whoever asks for the same meanwhile waits for the one look that is made. */
public final class CallerCache<K, V> {

    private static final Duration FOR = Duration.ofSeconds(2);
    private static final int MOST = 20_000;

    private final AsyncCache<K, V> found =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FOR).buildAsync();

    /** What is remembered of it, or else what that look finds. Whoever waits for somebody else's look goes on where they were. */
    public Uni<V> of(K key, Supplier<Uni<V>> look) {
        Context caller = Vertx.currentContext();
        CompletableFuture<V> value =
                found.get(key, (wanted, executor) -> look.get().subscribeAsCompletionStage());
        return value.isDone()
                ? Uni.createFrom().completionStage(value)
                : Uni.createFrom()
                        .completionStage(value)
                        .emitOn(command -> caller.runOnContext(ignored -> command.run()));
    }
}
