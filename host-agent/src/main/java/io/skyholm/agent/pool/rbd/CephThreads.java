package io.skyholm.agent.pool.rbd;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that Ceph's libraries run on. They need more stack than the agent's have, and a call that hangs there cannot be ended: whoever
 * waits for one can, and leaves it behind.
 */
final class CephThreads {

    private static final long STACK_BYTES = 4L << 20;
    private static final int MOST = 96;
    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;

    /** Work that may fail as files and Ceph do. */
    @FunctionalInterface
    interface Work<T> extends Callable<T> {

        @Override
        T call() throws IOException;
    }

    CephThreads(String name) {
        this.threads = new ThreadPoolExecutor(
                0,
                MOST,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform()
                        .name(name, 0)
                        .daemon()
                        .stackSize(STACK_BYTES)
                        .factory());
    }

    /** Does it, and waits until it is done or the caller is interrupted. */
    <T> T call(Work<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        try {
            threads.execute(task);
            return task.get();
        } catch (RejectedExecutionException full) {
            throw HypervisorProblem.notYet("Ceph has not answered many others yet");
        } catch (InterruptedException givenUp) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new HypervisorProblem("Ceph has not answered yet", givenUp);
        } catch (ExecutionException failure) {
            throw asItWas(failure);
        }
    }

    private static IOException asItWas(ExecutionException failure) {
        return switch (failure.getCause()) {
            case IOException expected -> expected;
            case RuntimeException other -> throw other;
            case Error serious -> throw serious;
            case null, default -> throw new IllegalStateException(failure);
        };
    }

    /** Ends them, and says whether none is left that still uses the cluster. */
    boolean end(Duration patience) {
        threads.shutdown();
        try {
            return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
