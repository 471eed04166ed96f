package io.skyholm.system.failures;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Api.Answer;
import io.skyholm.system.suite.RunningSuite;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes changes one after the other, each until it is acknowledged, as a careful program would. */
final class Client {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final int USER_EVERY = 10;

    private final String name;
    private final Semaphore allowed;
    private Api operator;
    private Acknowledged acknowledged = Acknowledged.NOTHING;
    private String tenantId = "";

    Client(Api operator, String name, Semaphore allowed) {
        this.operator = operator;
        this.name = name;
        this.allowed = allowed;
    }

    Acknowledged change(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            allowed.acquire();
            if (i % USER_EVERY == 1) {
                addUser(name + "-" + i);
            } else if (i % USER_EVERY == 2) {
                rename(name + "-" + i + "-renamed");
            } else {
                addTenant(name + "-" + i);
            }
        }
        return acknowledged;
    }

    private void addTenant(String tenant) {
        tenantId = acknowledged(201, api -> api.post("/v1/tenants", Map.of("name", tenant), tenant))
                .text("id");
        acknowledged = acknowledged.plus(new Acknowledged(1, 0, 0));
    }

    private void addUser(String user) {
        Map<String, String> body = Map.of("tenantId", tenantId, "username", user, "email", user + "@example.test");
        acknowledged(201, api -> api.post("/v1/users", body, user));
        acknowledged = acknowledged.plus(new Acknowledged(0, 0, 1));
    }

    /** An attempt that was cut off may have been carried out after all, so it looks before it tries again. */
    private void rename(String tenant) {
        acknowledged(200, api -> {
            Answer present = api.get("/v1/tenants/" + tenantId);
            boolean done = present.text("name").equals(tenant) && present.status() == 200;
            return done ? present : api.patch("/v1/tenants/" + tenantId, Map.of("name", tenant));
        });
        acknowledged = acknowledged.plus(new Acknowledged(0, 1, 0));
    }

    private Answer acknowledged(int expected, Function<Api, Answer> change) {
        return Eventually.get(TIMEOUT, () -> attempt(expected, change));
    }

    private @Nullable Answer attempt(int expected, Function<Api, Answer> change) {
        try {
            Answer answer = change.apply(operator);
            if (answer.status() == 401) {
                operator = RunningSuite.as(RunningSuite.administrator());
            }
            return answer.status() >= 500 || answer.status() == 401 ? null : answer.expecting(expected);
        } catch (UncheckedIOException cutOff) {
            return null;
        }
    }
}
