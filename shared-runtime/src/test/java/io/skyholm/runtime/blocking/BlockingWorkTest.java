package io.skyholm.runtime.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who needs a thread that hangs is told so in time, and what has one keeps it. */
class BlockingWorkTest {

    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final BlockingWork blocking = new BlockingWork();
    private final CountDownLatch answers = new CountDownLatch(1);
    private ExecutorService one;
    private Vertx vertx;

    @BeforeEach
    void start() {
        one = Executors.newSingleThreadExecutor();
        vertx = Vertx.vertx();
    }

    @AfterEach
    void stop() {
        answers.countDown();
        one.shutdown();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whoWaitsBehindWhatHangsIsRefusedAndNeverBegun() {
        AtomicBoolean isBegun = new AtomicBoolean();
        CompletableFuture<String> hanging = begin(LONG, this::answer);
        CompletableFuture<Boolean> waiting = begin(PATIENCE, () -> isBegun.getAndSet(true));
        assertThatThrownBy(() -> end(waiting))
                .hasCauseInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("no thread was free in time");
        answers.countDown();
        assertThat(end(hanging)).isEqualTo("late");
        assertThat(end(begin(LONG, isBegun::get))).isFalse();
    }

    @Test
    void whatHasBegunIsWaitedForAndWhatItFailsWithIsTold() {
        CompletableFuture<String> patient = begin(PATIENCE, this::answer);
        CompletableFuture<String> behind = begin(PATIENCE, () -> "never");
        assertThatThrownBy(() -> end(behind)).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(patient).isNotDone();
        answers.countDown();
        assertThat(end(patient)).isEqualTo("late");
        CompletableFuture<String> failing = begin(LONG, () -> {
            throw new IllegalStateException("broken");
        });
        assertThatThrownBy(() -> end(failing)).hasMessageContaining("broken");
    }

    private String answer() {
        try {
            return answers.await(1, TimeUnit.MINUTES) ? "late" : "never";
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /** On an event loop, as requests do it. */
    private <T> CompletableFuture<T> begin(Duration patience, Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(ignored -> {
            Uni<T> uni = blocking.work(one, patience, work);
            uni.subscribe().with(done::complete, done::completeExceptionally);
        });
        return done;
    }

    private static <T> T end(CompletableFuture<T> work) throws CompletionException {
        return work.orTimeout(1, TimeUnit.MINUTES).join();
    }
}
