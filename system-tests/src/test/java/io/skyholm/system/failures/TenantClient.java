package io.skyholm.system.failures;

import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Api.Answer;
import java.util.Map;
import java.util.Set;

/** Makes tenants, renames some and gives some a user, one change after the other. */
final class TenantClient {

    private static final int USER_EVERY = 10;

    private final PatientApi api;
    private final String name;
    private final Pace pace;
    private Acknowledged acknowledged = Acknowledged.NOTHING;
    private String tenantId = "";

    TenantClient(Api operator, String name, Pace pace) {
        this.api = new PatientApi(operator);
        this.name = name;
        this.pace = pace;
    }

    Acknowledged change(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            pace.step();
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
        tenantId = api.acknowledged(Set.of(201), call -> call.post("/v1/tenants", Map.of("name", tenant), tenant))
                .text("id");
        acknowledged = acknowledged.plus(new Acknowledged(1, 0, 0));
    }

    private void addUser(String user) {
        Map<String, String> body = Map.of("tenantId", tenantId, "username", user, "email", user + "@example.test");
        api.acknowledged(Set.of(201), call -> call.post("/v1/users", body, user));
        acknowledged = acknowledged.plus(new Acknowledged(0, 0, 1));
    }

    /** An attempt that was cut off may have been carried out after all, so it looks before it tries again. */
    private void rename(String tenant) {
        api.acknowledged(Set.of(200), call -> {
            Answer present = call.get("/v1/tenants/" + tenantId);
            boolean done = present.text("name").equals(tenant) && present.status() == 200;
            return done ? present : call.patch("/v1/tenants/" + tenantId, Map.of("name", tenant));
        });
        acknowledged = acknowledged.plus(new Acknowledged(0, 1, 0));
    }
}
