package io.skyholm.system.failures;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Api.Answer;
import io.skyholm.system.suite.RunningSuite;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks for instances and has them deleted, some before they run, each until it is acknowledged. */
final class InstanceClient {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int TOO_MANY = 429;

    private final String name;
    private final Semaphore allowed;
    private Api operator;

    InstanceClient(Api operator, String name, Semaphore allowed) {
        this.operator = operator;
        this.name = name;
        this.allowed = allowed;
    }

    /** Tells which instances came and went. */
    List<String> comeAndGo(int instances) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            allowed.acquire();
            String wanted = name + "-" + i;
            Map<String, ?> body = Map.of("name", wanted + trouble(i), "cpuCores", 1, "memoryGb", 1, "storageGb", 5);
            Answer asked = acknowledged(Set.of(202), api -> api.post("/v1/instances", body, wanted));
            if (i % 2 == 0) {
                ended(asked.text("id"));
            }
            String id = asked.text("resourceId");
            // Whoever was cut off and asks again may be told that it is being deleted already, or gone.
            acknowledged(Set.of(202, 404, 409), api -> api.delete("/v1/instances/" + id));
            ids.add(id);
        }
        return ids;
    }

    /** What a simulated host makes of a name: some start late or at the second try, and some that nobody waits for never. */
    private static String trouble(int number) {
        return switch (number % 10) {
            case 2 -> "-slow-start";
            case 4 -> "-once-start";
            case 5 -> "-fail-start";
            case 7 -> "-hang-start";
            default -> "";
        };
    }

    private void ended(String operation) {
        Eventually.until(TIMEOUT, () -> {
            Answer answer = attempt(Set.of(200), api -> api.get("/v1/operations/" + operation));
            return answer != null && !answer.text("status").equals("RUNNING");
        });
    }

    private Answer acknowledged(Set<Integer> expected, Function<Api, Answer> change) {
        return Eventually.get(TIMEOUT, () -> attempt(expected, change));
    }

    private @Nullable Answer attempt(Set<Integer> expected, Function<Api, Answer> call) {
        try {
            Answer answer = call.apply(operator);
            if (answer.status() == 401) {
                operator = RunningSuite.as(RunningSuite.administrator());
            }
            if (answer.status() >= 500 || answer.status() == 401 || answer.status() == TOO_MANY) {
                return null;
            }
            return expected.contains(answer.status())
                    ? answer
                    : answer.expecting(expected.iterator().next());
        } catch (UncheckedIOException cutOff) {
            return null;
        }
    }
}
