package io.skyholm.local.suite;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Starts many parts, each as soon as all it needs is ready; the first that fails ends the waiting for the others. */
final class ConcurrentStart {
    private final Suite suite;
    private final Progress progress;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<Void>> started = new LinkedHashMap<>();
    private final CompletableFuture<Void> failed = new CompletableFuture<>();

    ConcurrentStart(Suite suite, Progress progress) {
        this.suite = suite;
        this.progress = progress;
    }

    /** The names must come with their needs before them. */
    void start(Set<String> names, Runnable build) {
        CompletableFuture<?> built = run(build);
        for (String name : names) {
            RunningPart part = suite.part(name);
            CompletableFuture<?> prepared = run(() -> part.part().prepare(progress));
            started.put(
                    name, begin(part, part.part().isBuiltHere() ? CompletableFuture.allOf(prepared, built) : prepared));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(started.values().toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof LaunchProblem problem) {
                throw problem;
            }
            throw failure;
        } finally {
            threads.shutdownNow();
        }
    }

    private CompletableFuture<Void> run(Runnable step) {
        return CompletableFuture.runAsync(step, threads);
    }

    private CompletableFuture<Void> begin(RunningPart part, CompletableFuture<?> prepared) {
        Stream<CompletableFuture<?>> needs =
                part.part().needs().stream().filter(started::containsKey).map(started::get);
        CompletableFuture<?>[] before =
                Stream.concat(Stream.of(prepared), needs).toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(before)
                .thenRunAsync(() -> part.start(progress), threads)
                .whenComplete((nothing, failure) -> {
                    if (failure != null) {
                        failed.completeExceptionally(failure);
                    }
                });
    }
}
