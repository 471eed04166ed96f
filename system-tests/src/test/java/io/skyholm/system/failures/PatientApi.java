package io.skyholm.system.failures;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Api.Answer;
import io.skyholm.system.suite.RunningSuite;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Repeats each call until it is acknowledged, as a careful program would. */
final class PatientApi {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Set<Integer> COME_AGAIN = Set.of(401, 429);

    private Api operator;

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
                return null;
            }
            if (!expected.contains(answer.status())) {
                throw new AssertionError("Not one of %s: %s".formatted(expected, answer));
            }
            return answer;
        } catch (UncheckedIOException cutOff) {
            return null;
        }
    }
}
