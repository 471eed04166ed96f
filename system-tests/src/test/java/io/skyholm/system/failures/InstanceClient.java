package io.skyholm.system.failures;

import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks for instances and has them deleted, some before they run. */
final class InstanceClient {

    private final PatientApi api;
    private final String name;
    private final Pace pace;

    InstanceClient(Api operator, String name, Pace pace) {
        this.api = new PatientApi(operator);
        this.name = name;
        this.pace = pace;
    }

    /** Tells which instances came and went. */
    List<String> comeAndGo(int instances) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            pace.step();
            String wanted = name + "-" + i;
            Map<String, ?> body = Map.of("name", wanted + trouble(i), "cpuCores", 1, "memoryGb", 1, "storageGb", 5);
            Answer asked = api.acknowledged(Set.of(202), call -> call.post("/v1/instances", body, wanted));
            if (i % 2 == 0) {
                api.ended(asked.text("id"));
            }
            String id = asked.text("resourceId");
            // Whoever was cut off and asks again may be told that it is being deleted already, or gone.
            api.acknowledged(Set.of(202, 404, 409), call -> call.delete("/v1/instances/" + id));
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
}
