package io.skyholm.runtime.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Many callers at the same time. */
public final class Crowd {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int A_FEW = 4;

    private Crowd() {}

    /** What is answered to each of these, in their order, by a few callers at the same time. */
    public static <T, R> List<R> answers(List<T> asked, Function<T, R> call) {
        try (ExecutorService threads = Executors.newFixedThreadPool(A_FEW)) {
            return outcomes(asked.stream()
                    .map(one -> threads.submit(() -> call.apply(one)))
                    .toList());
        }
    }

    /** What each of so many callers, numbered from 0, comes back with. */
    public static <T> List<T> of(int callers, IntFunction<T> call) {
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<T>> begun = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int number = caller;
                Callable<T> task = () -> call.apply(number);
                begun.add(threads.submit(task));
            }
            return outcomes(begun);
        }
    }

    private static <T> List<T> outcomes(List<Future<T>> begun) {
        try {
            List<T> outcomes = new ArrayList<>();
            for (Future<T> one : begun) {
                outcomes.add(one.get(LONGEST.toSeconds(), TimeUnit.SECONDS));
            }
            return outcomes;
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
