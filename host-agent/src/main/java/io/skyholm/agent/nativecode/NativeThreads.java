package io.skyholm.agent.nativecode;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that a native library runs on. It needs more stack than the agent's have, and a call that hangs there cannot be ended:
 * whoever waits for one can, and leaves it behind.
 */
public final class NativeThreads {

    private static final long STACK_BYTES = 4L << 20;
    private static final int MOST = 96;
    private static final int IDLE_SECONDS = 30;

    private final String library;
    private final ThreadPoolExecutor threads;

    /** Work that may fail as the library does. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        /** Does it. */
        T call() throws E;
    }

    /** For a library that problems call by this name, on threads whose names begin with that one. */
    public NativeThreads(String library, String name) {
        this.library = library;
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
    public <T, E extends Exception> T call(Work<T, E> work) throws E {
        FutureTask<T> task = new FutureTask<>(work::call);
        try {
            begin(task);
            return task.get();
        } catch (InterruptedException givenUp) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new HypervisorProblem(library + " has not answered yet", givenUp);
        } catch (ExecutionException failure) {
            throw NativeThreads.<E>asItWas(failure);
        }
    }

    /** Begins something that several may wait for. */
    public void begin(FutureTask<?> task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException full) {
            throw HypervisorProblem.notYet(library + " has not answered many others yet");
        }
    }

    /** What fails with anything else but errors of the library is a mistake, and no failure that is expected. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E asItWas(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException other -> throw other;
            case Error serious -> throw serious;
            case null -> throw new IllegalStateException(failure);
            case Exception expected -> (E) expected;
            default -> throw new IllegalStateException(failure);
        };
    }

    /** Ends them, and says whether none is left that still uses the library. */
    public boolean end(Duration patience) {
        threads.shutdown();
        try {
            return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
