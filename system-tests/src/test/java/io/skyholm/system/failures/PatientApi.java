package io.skyholm.system.failures;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Api.Answer;
import io.skyholm.system.suite.RunningSuite;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Repeats each call until it is acknowledged, as a careful program would: it waits longer each time, since a part that starts
 * again while everybody asks without a pause takes three times as long.
 */
final class PatientApi {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Set<Integer> COME_AGAIN = Set.of(401, 429);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private Api operator;
    private Duration pause = SHORTEST_PAUSE;

    PatientApi(Api operator) {
        this.operator = operator;
    }

    /** The first answer with one of these statuses. */
    Answer acknowledged(Set<Integer> expected, Function<Api, Answer> call) {
        return Eventually.get(TIMEOUT, () -> attempt(expected, call));
    }

    /** Waits until an operation has ended, however it did. */
    void ended(String operation) {
        Eventually.until(TIMEOUT, () -> {
            Answer answer = attempt(Set.of(200), api -> api.get("/v1/operations/" + operation));
            return answer != null && !answer.text("status").equals("RUNNING");
        });
    }

    private @Nullable Answer attempt(Set<Integer> expected, Function<Api, Answer> call) {
        try {
            Answer answer = call.apply(operator);
            if (answer.status() == 401) {
                operator = RunningSuite.as(RunningSuite.administrator());
            }
            if (answer.status() >= 500 || COME_AGAIN.contains(answer.status())) {
                return later();
            }
            pause = SHORTEST_PAUSE;
            if (!expected.contains(answer.status())) {
                throw new AssertionError("Not one of %s: %s".formatted(expected, answer));
            }
            return answer;
        } catch (UncheckedIOException cutOff) {
            return later();
        }
    }

    private @Nullable Answer later() {
        LockSupport.parkNanos(pause.toNanos());
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return null;
    }
}
