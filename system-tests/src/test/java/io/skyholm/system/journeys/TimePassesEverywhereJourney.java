package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A month of the calendar passes in a moment, for every service at once, and what is due by then happens. */
class TimePassesEverywhereJourney {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration A_MONTH = Duration.ofDays(31);

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Customer customer = Customer.join(operator);
    private final Api api = customer.api();

    @Test
    void whatIsDueInAMonthHappensWhenTimeIsMovedThere() {
        Instant before = RunningSuite.now();
        String invitation = api.post("/v1/invitations", Map.of("email", "friend@example.test"))
                .expecting(201)
                .text("id");
        String address = leased(before.plus(Duration.ofDays(20)));
        // Whoever looks at the lease while time jumps would take the old time for the new one, and look again much
        // later.
        Eventually.get(SOON, () -> toldOf(address));
        Eventually.until(SOON, () -> isLookedAt(address));
        RunningSuite.timePasses(A_MONTH);
        assertThat(api.get("/v1/invitations/" + invitation).expecting(200).text("status"))
                .isEqualTo("EXPIRED");
        Eventually.until(SOON, () -> statusOf(address).equals("AVAILABLE"));
        Eventually.until(
                SOON,
                () -> Instant.parse(toldOf(address).path("createdAt").asText()).isAfter(before.plus(A_MONTH)));
    }

    /** Whether the lease has been looked at, and is looked at again when it ends. */
    private boolean isLookedAt(String address) {
        JsonNode tasks = operator.get("/v1/services/network/reconcile-tasks?resourceId=" + address)
                .expecting(200)
                .body()
                .path("items");
        return tasks.size() == 1 && tasks.get(0).path("state").asText().equals("WAITING");
    }

    /** The newest entry of the audit that says something of it. */
    private JsonNode toldOf(String address) {
        return api.get("/v1/audit-entries?resourceId=" + address + "&limit=1")
                .expecting(200)
                .body()
                .path("items")
                .get(0);
    }

    private String leased(Instant end) {
        String vpc = api.post("/v1/vpcs", Map.of("name", "month", "cidrBlock", "10.9.0.0/16"))
                .expecting(201)
                .text("id");
        String subnet = api.post("/v1/subnets", Map.of("vpcId", vpc, "name", "month", "cidrBlock", "10.9.0.0/24"))
                .expecting(201)
                .text("id");
        return api.post("/v1/addresses", Map.of("subnetId", subnet, "leaseExpiresAt", end.toString()))
                .expecting(201)
                .text("id");
    }

    private String statusOf(String address) {
        return api.get("/v1/addresses/" + address).expecting(200).text("status");
    }
}
