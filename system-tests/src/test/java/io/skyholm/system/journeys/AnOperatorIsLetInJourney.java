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
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** An operator works in a tenant by its consent, for as long as it holds, and the tenant sees all of it. */
class AnOperatorIsLetInJourney {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Customer customer = Customer.join(operator);

    @Test
    void consentOpensOneTenantUntilItIsWithdrawnAndTheTenantsAuditShowsAll() {
        String instance = new Cloud(customer.api()).running(Map.of());
        String grant = operator.post(
                        "/v1/access-grants",
                        Map.of(
                                "tenantId",
                                customer.tenantId(),
                                "reason",
                                "Ticket 4711",
                                "minutes",
                                30,
                                "permissions",
                                List.of("INSTANCE:READ", "INSTANCE:EXECUTE")))
                .expecting(201)
                .text("id");
        Api guest = operator.under(grant);
        assertThat(guest.get("/v1/instances/" + instance).status()).isEqualTo(403);

        customer.api().post("/v1/access-grants/" + grant + "/accept", Map.of()).expecting(200);
        Eventually.until(SOON, () -> guest.get("/v1/instances/" + instance).status() == 200);
        assertThat(guest.get("/v1/instances").body().path("items"))
                .extracting(seen -> seen.path("tenantId").asText())
                .containsOnly(customer.tenantId());
        assertThat(guest.post("/v1/instances/" + instance + "/initial-password", Map.of())
                        .text("code"))
                .isEqualTo("NOT_UNDER_ACCESS_GRANT");
        Eventually.until(SOON, () -> guest.get("/v1/users").text("code").equals("FORBIDDEN"));

        customer.api().delete("/v1/access-grants/" + grant).expecting(200);
        Eventually.until(SOON, () -> guest.get("/v1/instances/" + instance).status() == 403);

        Eventually.until(SOON, () -> calls(grant).stream()
                .anyMatch(call -> call.path("method").asText().equals("GET")
                        && call.path("path").asText().equals("/v1/instances/" + instance)
                        && call.path("status").asInt() == 200));
        assertThat(calls(grant)).allSatisfy(call -> {
            assertThat(call.at("/accessGrant/reason").asText()).isEqualTo("Ticket 4711");
            assertThat(call.path("tenantId").asText()).isEqualTo(customer.tenantId());
        });
        assertThat(calls(grant))
                .extracting(call -> call.path("path").asText())
                .contains("/v1/instances/" + instance + "/initial-password");
        Eventually.until(SOON, () -> actions(grant).containsAll(List.of("REQUESTED", "ACCEPTED", "WITHDRAWN")));
    }

    /** The calls that the customer sees were made under the grant. */
    private List<JsonNode> calls(String grant) {
        return items("/v1/audit-entries?limit=500&accessGrantId=" + grant).stream()
                .map(entry -> entry.path("details"))
                .toList();
    }

    /** What became of the grant, as the customer sees it. */
    private List<String> actions(String grant) {
        return items("/v1/audit-entries?resourceType=ACCESS_GRANT&resourceId=" + grant).stream()
                .map(entry -> entry.path("action").asText())
                .toList();
    }

    private List<JsonNode> items(String path) {
        JsonNode items = customer.api().get(path).expecting(200).body().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
