package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Cloud;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.ExtraHost;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A host falls silent: what it ran starts elsewhere, with its address, but not before somebody is certain that it is off. */
class AHostIsLostJourney {

    private static final Duration SOON = Duration.ofMinutes(3);

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Cloud cloud = new Cloud(Customer.join(operator).api());
    private final String tag = "pair-" + UUID.randomUUID();
    private final Map<String, ExtraHost> hosts = new HashMap<>();

    @AfterEach
    void end() {
        hosts.values().forEach(ExtraHost::close);
    }

    @Test
    void instanceOfALostHostStartsElsewhereOnceTheHostIsFenced() throws Exception {
        joinOne();
        joinOne();
        String id = cloud.running(Map.of("hostTags", List.of(tag)));
        JsonNode before = cloud.instance(id);
        String machine = before.path("computeMachineId").asText();

        silence(machine);
        Eventually.until(SOON, () -> statusOf(machine).equals("OFFLINE"));
        assertThat(cloud.instance(id).path("computeMachineId").asText()).isEqualTo(machine);

        operator.post("/v1/machines/" + machine + "/fence", Map.of()).expecting(200);
        Eventually.until(SOON, () -> {
            JsonNode now = cloud.instance(id);
            return now.path("status").asText().equals("RUNNING")
                    && !now.path("computeMachineId").asText().equals(machine);
        });
        assertThat(cloud.instance(id).path("ipAddress")).isEqualTo(before.path("ipAddress"));
        cloud.gone(id);
        RunningSuite.booksAgree(SOON);
    }

    private void joinOne() {
        int number = ExtraHost.freshNumber();
        hosts.put("host-" + number, ExtraHost.joined(operator, number, tag, ""));
    }

    private void silence(String machine) {
        String hostname = operator.get("/v1/machines/" + machine).expecting(200).text("hostname");
        Optional.ofNullable(hosts.get(hostname)).orElseThrow().silence();
    }

    private String statusOf(String machine) {
        return operator.get("/v1/machines/" + machine).expecting(200).text("status");
    }
}
