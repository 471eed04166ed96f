package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Cloud;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Instances that belong together stop and start as one, and move away from a machine that is to be emptied. */
class InstancesTogetherJourney {

    private static final Duration SOON = Duration.ofMinutes(3);

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Customer customer = Customer.join(operator);
    private final Cloud cloud = new Cloud(customer.api());

    @Test
    void setIsStoppedAndStartedAsOne() {
        Api owner = customer.api();
        String set = owner.post("/v1/instance-sets", Map.of("name", "shop", "setType", "APPLICATION"))
                .expecting(201)
                .text("id");
        List<String> members = List.of(cloud.running(Map.of()), cloud.running(Map.of()));
        for (String member : members) {
            owner.post("/v1/instance-sets/" + set + "/members", Map.of("instanceId", member, "role", "web"))
                    .expecting(201);
        }
        cloud.succeeded(
                owner.post("/v1/instance-sets/" + set + "/stop", Map.of()).expecting(202));
        assertThat(members).allSatisfy(member -> assertThat(statusOf(member)).isEqualTo("STOPPED"));
        cloud.succeeded(
                owner.post("/v1/instance-sets/" + set + "/start", Map.of()).expecting(202));
        assertThat(members).allSatisfy(member -> assertThat(statusOf(member)).isEqualTo("RUNNING"));
        members.forEach(cloud::gone);
    }

    @Test
    void machineIsEmptiedAndItsInstanceRunsElsewhereWithItsAddress() {
        String id = cloud.running(Map.of());
        JsonNode before = cloud.instance(id);
        String machine = before.path("computeMachineId").asText();
        operator.post("/v1/machines/" + machine + "/maintenance", Map.of("reason", "New memory", "drain", true))
                .expecting(200);
        Eventually.until(SOON, () -> {
            JsonNode now = cloud.instance(id);
            return !now.path("computeMachineId").asText().equals(machine)
                    && now.path("status").asText().equals("RUNNING");
        });
        assertThat(cloud.instance(id).path("ipAddress")).isEqualTo(before.path("ipAddress"));
        operator.delete("/v1/machines/" + machine + "/maintenance").expecting(200);
        cloud.gone(id);
    }

    private String statusOf(String id) {
        return cloud.instance(id).path("status").asText();
    }
}
