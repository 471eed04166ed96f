package io.skyholm.system.failures;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Api.Answer;
import io.skyholm.system.suite.RunningSuite;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes users and deletes every other one, each until it is acknowledged. */
final class UserClient {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final String tenantId;
    private final String name;
    private final Semaphore allowed;
    private Api operator;

    UserClient(Api operator, String tenantId, String name, Semaphore allowed) {
        this.operator = operator;
        this.tenantId = tenantId;
        this.name = name;
        this.allowed = allowed;
    }

    /** Tells how many remain. */
    int comeAndGo(int users) throws InterruptedException {
        int remaining = 0;
        for (int i = 0; i < users; i++) {
            allowed.acquire();
            String user = name + "-" + i;
            Map<String, String> body = Map.of("tenantId", tenantId, "username", user, "email", user + "@example.test");
            String id = acknowledged(Set.of(201), api -> api.post("/v1/users", body, user))
                    .text("id");
            remaining++;
            allowed.acquire();
            if (i % 2 == 0) {
                // Whoever was cut off and asks again is told that there is nobody any more.
                acknowledged(Set.of(200, 404), api -> api.delete("/v1/users/" + id));
                remaining--;
            }
        }
        return remaining;
    }

    private Answer acknowledged(Set<Integer> expected, Function<Api, Answer> change) {
        return Eventually.get(TIMEOUT, () -> attempt(expected, change));
    }

    private @Nullable Answer attempt(Set<Integer> expected, Function<Api, Answer> change) {
        try {
            Answer answer = change.apply(operator);
            if (answer.status() == 401) {
                operator = RunningSuite.as(RunningSuite.administrator());
            }
            if (answer.status() >= 500 || answer.status() == 401) {
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
