package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Cloud;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tenants hear that a machine will be maintained, and their instances run elsewhere before it is or when it is. */
class MaintenanceIsToldJourney {

    private static final Duration SOON = Duration.ofMinutes(3);

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Customer customer = Customer.join(operator);
    private final Cloud cloud = new Cloud(customer.api());

    @Test
    void tenantMovesItsInstanceBeforehand() {
        String id = cloud.running(Map.of());
        JsonNode before = cloud.instance(id);
        String machine = before.path("computeMachineId").asText();
        String window = plan(machine, Duration.ofHours(1));
        String notice = "/v1/maintenance-notices/" + noticeOf(id).path("id").asText();
        cloud.succeeded(customer.api().post(notice + "/move-now", Map.of()).expecting(202));
        JsonNode now = cloud.instance(id);
        assertThat(now.path("computeMachineId").asText()).isNotEqualTo(machine);
        assertThat(now.path("status").asText()).isEqualTo("RUNNING");
        assertThat(now.path("ipAddress")).isEqualTo(before.path("ipAddress"));
        Eventually.until(SOON, () -> statusOf(noticeOf(id)).equals("MOVED"));
        operator.delete("/v1/maintenance-windows/" + window).expecting(200);
        cloud.gone(id);
    }

    @Test
    void whoDidNotChooseIsMovedWhenItBegins() {
        String id = cloud.running(Map.of());
        String machine = cloud.instance(id).path("computeMachineId").asText();
        String window = plan(machine, Duration.ofSeconds(3));
        Eventually.until(SOON, () -> statusOf(noticeOf(id)).equals("MOVED"));
        JsonNode now = cloud.instance(id);
        assertThat(now.path("computeMachineId").asText()).isNotEqualTo(machine);
        assertThat(now.path("status").asText()).isEqualTo("RUNNING");
        operator.delete("/v1/machines/" + machine + "/maintenance").expecting(200);
        Eventually.until(SOON, () -> statusOf(operator.get("/v1/maintenance-windows/" + window)
                        .expecting(200)
                        .body())
                .equals("ENDED"));
        cloud.gone(id);
    }

    private String plan(String machine, Duration startsIn) {
        Instant start = RunningSuite.now().plus(startsIn);
        return operator.post(
                        "/v1/maintenance-windows",
                        Map.of(
                                "computeMachineId",
                                machine,
                                "startsAt",
                                start.toString(),
                                "endsAt",
                                start.plus(Duration.ofHours(1)).toString(),
                                "reason",
                                "New memory"))
                .expecting(201)
                .text("id");
    }

    private JsonNode noticeOf(String instance) {
        return customer.api()
                .get("/v1/maintenance-notices?instanceId=" + instance)
                .expecting(200)
                .body()
                .path("items")
                .path(0);
    }

    private static String statusOf(JsonNode thing) {
        return thing.path("status").asText();
    }
}
