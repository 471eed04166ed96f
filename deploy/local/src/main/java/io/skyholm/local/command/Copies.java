package io.skyholm.local.command;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Patience;
import io.skyholm.local.home.Ports;
import io.skyholm.local.part.Http;
import io.skyholm.local.part.Services;
import io.skyholm.local.process.Background;
import io.skyholm.local.process.Footprint;
import io.skyholm.local.process.Launch;
import io.skyholm.local.process.Signal;
import io.skyholm.local.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * More processes of the services there are, started with the suite: what a suite of more services would cost. They come
 * when PostgreSQL is ready, as services do, and share tables and consumer groups with their originals.
 */
final class Copies {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Suite suite;
    private final List<String> originals;
    private final Map<String, ProcessHandle> running = new HashMap<>();

    Copies(Suite suite, int count) {
        this.suite = suite;
        List<String> services =
                Services.ALL.stream().filter(suite.names()::contains).toList();
        List<String> chosen = new ArrayList<>();
        for (int copy = 0; copy < count; copy++) {
            chosen.add(services.get(copy % services.size()));
        }
        this.originals = List.copyOf(chosen);
    }

    /** Completes when all are ready. */
    CompletableFuture<Void> start() {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int copy = 0; copy < originals.size(); copy++) {
            String service = originals.get(copy);
            String name = service + "-" + (copy + 2);
            all.add(CompletableFuture.runAsync(() -> start(service, name)));
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private void start(String service, String name) {
        // The original's process is there once its schema is migrated.
        await(name, () -> suite.part(service).process().isPresent());
        int port = Ports.free().of(service);
        Launch original = suite.part(service).part().launch();
        Map<String, String> environment = new HashMap<>(original.environment());
        environment.put("SKYHOLM_PORT", Integer.toString(port));
        environment.put(
                "SKYHOLM_JOURNAL",
                suite.site().data().of("journal").resolve(name).toString());
        ProcessHandle process = Background.start(
                new Launch(original.command(), environment, original.folder()),
                suite.site().data().log(name));
        synchronized (running) {
            running.put(name, process);
        }
        await(name, () -> Http.answers("http://127.0.0.1:" + port + "/q/health/ready"));
    }

    private static void await(String name, BooleanSupplier condition) {
        if (!Patience.waitUntil(condition, LIMIT)) {
            throw new LaunchProblem(name + " did not come up", "see its log");
        }
    }

    void show(BiConsumer<String, Footprint> row) {
        synchronized (running) {
            running.forEach((name, process) -> row.accept(name, Footprint.of(process)));
        }
    }

    void stop() {
        synchronized (running) {
            running.values().forEach(Signal.TERM::send);
            running.values().forEach(process -> Patience.waitUntil(() -> !process.isAlive(), LIMIT));
            running.clear();
        }
    }
}
