package io.skyholm.system.failures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * What several clients do while parts are killed.
 *
 * @param <T> what a client tells of its work
 */
abstract class Load<T> {

    /** How long the suite may take to come to rest after the last kill. */
    static final Duration CALM = Duration.ofMinutes(6);

    private final Pace pace;
    private final List<Future<T>> clients = new ArrayList<>();

    Load(int steps, int kills) {
        this.pace = new Pace(steps, kills);
    }

    final Pace pace() {
        return pace;
    }

    /** Whether it is time for the next kill. What made a client give up is said at once, since such a client goes no further. */
    final boolean isInMidShare() {
        clients.stream()
                .filter(client -> client.state() == Future.State.FAILED)
                .findFirst()
                .ifPresent(client -> {
                    throw new AssertionError("A client gave up", client.exceptionNow());
                });
        return pace.isInMidShare();
    }

    final void start(ExecutorService threads) {
        clients().forEach(client -> clients.add(threads.submit(client)));
    }

    /** Waits for the clients and looks at what they have left. */
    final void verify() throws ExecutionException, InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> client : clients) {
            results.add(client.get());
        }
        verify(results);
    }

    abstract List<Callable<T>> clients();

    abstract void verify(List<T> results);
}
