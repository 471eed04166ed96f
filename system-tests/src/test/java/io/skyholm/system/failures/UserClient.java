package io.skyholm.system.failures;

import io.skyholm.system.suite.Api;
import java.util.Map;
import java.util.Set;

/** Makes users and deletes every other one. */
final class UserClient {

    private final PatientApi api;
    private final String tenantId;
    private final String name;
    private final Pace pace;

    UserClient(Api operator, String tenantId, String name, Pace pace) {
        this.api = new PatientApi(operator);
        this.tenantId = tenantId;
        this.name = name;
        this.pace = pace;
    }

    /** Tells how many remain. */
    int comeAndGo(int users) throws InterruptedException {
        int remaining = 0;
        for (int i = 0; i < users; i++) {
            pace.step();
            String user = name + "-" + i;
            Map<String, String> body = Map.of("tenantId", tenantId, "username", user, "email", user + "@example.test");
            String id = api.acknowledged(Set.of(201), call -> call.post("/v1/users", body, user))
                    .text("id");
            remaining++;
            pace.step();
            if (i % 2 == 0) {
                // Whoever was cut off and asks again is told that there is nobody any more.
                api.acknowledged(Set.of(200, 404), call -> call.delete("/v1/users/" + id));
                remaining--;
            }
        }
        return remaining;
    }
}
