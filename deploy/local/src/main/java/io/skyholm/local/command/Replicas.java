package io.skyholm.local.command;

import io.skyholm.local.BoundedWait;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Services;
import io.skyholm.local.process.Footprint;
import io.skyholm.local.suite.Replica;
import io.skyholm.local.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Replicas of the services there are, started with the suite: what a suite of more services would cost. They come when
 * PostgreSQL is ready, as services do, and share tables and consumer groups with the suite's own.
 */
final class Replicas implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Suite suite;
    private final int count;
    private final Map<String, Replica> running = new ConcurrentSkipListMap<>();

    Replicas(Suite suite, int count) {
        this.suite = suite;
        this.count = count;
    }

    /** Completes when all are ready, or did not come up. */
    CompletableFuture<Void> start() {
        List<String> services =
                Services.ALL.stream().filter(suite.names()::contains).toList();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int replica = 0; replica < count; replica++) {
            String service = services.get(replica % services.size());
            String name = service + "-" + (replica + 2);
            all.add(CompletableFuture.runAsync(() -> start(service, name)));
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private void start(String service, String name) {
        // The suite's own process is there once the schema is migrated.
        if (!BoundedWait.waitUntil(() -> suite.part(service).process().isPresent(), LIMIT)) {
            throw new LaunchProblem(name + " was not started, because " + service + " was not", "see the log of it");
        }
        running.put(name, Replica.start(suite, service, name, Map.of()));
    }

    static void await(CompletableFuture<Void> started) {
        try {
            started.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof LaunchProblem problem) {
                throw problem;
            }
            throw failure;
        }
    }

    Map<String, Footprint> costs() {
        Map<String, Footprint> costs = new ConcurrentSkipListMap<>();
        running.forEach((name, replica) -> costs.put(name, Footprint.of(replica.process())));
        return costs;
    }

    @Override
    public void close() {
        running.values().forEach(Replica::close);
        running.clear();
    }
}
