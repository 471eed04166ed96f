package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.Database;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two tenants use the suite at the same time and never see each other. */
@TestInstance(Lifecycle.PER_CLASS)
class TwoTenantsNeverMeetJourney {

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Customer one = Customer.join(operator);
    private final Customer other = Customer.join(operator);

    @BeforeAll
    void auditHasHeardOfBoth() {
        for (Customer customer : List.of(one, other)) {
            Eventually.until(Duration.ofSeconds(30), () -> !items(customer.api(), "/v1/audit-entries")
                    .isEmpty());
        }
    }

    @Test
    void listsHoldOnlyWhatIsTheCallers() {
        assertThat(items(one.api(), "/v1/tenants"))
                .extracting(tenant -> tenant.path("id").asText())
                .containsExactly(one.tenantId());
        for (String path : List.of("/v1/users", "/v1/audit-entries")) {
            assertThat(items(one.api(), path)).isNotEmpty().allSatisfy(item -> assertThat(
                            item.path("tenantId").asText())
                    .isEqualTo(one.tenantId()));
        }
    }

    @Test
    void guessedIdsLeadNowhere() {
        one.api().get("/v1/tenants/" + other.tenantId()).expecting(404);
        one.api().get("/v1/users/" + other.userId()).expecting(404);
        one.api()
                .patch("/v1/tenants/" + other.tenantId(), Map.of("description", "Mine"))
                .expecting(404);
        one.api()
                .patch("/v1/users/" + other.userId(), Map.of("firstName", "Mine"))
                .expecting(404);
        one.api().delete("/v1/users/" + other.userId()).expecting(404);
        one.api()
                .put("/v1/users/" + other.userId() + "/password", Map.of("password", "Aa1-" + UUID.randomUUID()))
                .expecting(404);
        JsonNode entry = items(other.api(), "/v1/audit-entries").get(0);
        one.api().get("/v1/audit-entries/" + entry.path("id").asText()).expecting(404);
    }

    @Test
    void filtersDoNotReachAcross() {
        assertThat(items(one.api(), "/v1/users?tenantId=" + other.tenantId())).isEmpty();
        assertThat(items(one.api(), "/v1/audit-entries?tenantId=" + other.tenantId()))
                .isEmpty();
        assertThat(items(one.api(), "/v1/audit-entries?resourceId=" + other.userId()))
                .isEmpty();
    }

    @Test
    void nobodyJoinsAForeignTenant() {
        String name = "intruder-" + UUID.randomUUID();
        one.api()
                .post(
                        "/v1/users",
                        Map.of("tenantId", other.tenantId(), "username", name, "email", name + "@example.test"))
                .expecting(422);
    }

    @Test
    void nobodyGrantsMoreThanTheyHold() {
        String name = "climber-" + UUID.randomUUID();
        one.api()
                .post("/v1/users", Map.of("username", name, "email", name + "@example.test", "roles", List.of("ADMIN")))
                .expecting(403);
        one.api().post("/v1/tenants", Map.of("name", "Another")).expecting(403);
    }

    @Test
    void theServicesOwnRolesSeeNothingWithoutATenant() {
        assertThat(Database.as("identity").number("select count(*) from identity.tenant"))
                .isZero();
        assertThat(Database.as("identity").number("select count(*) from identity.app_user"))
                .isZero();
        assertThat(Database.as("audit").number("select count(*) from audit.audit_entry"))
                .isZero();
    }

    @Test
    void theServicesOwnRolesSeeOnlyTheTenantTheyAreBoundTo() {
        String bound = "select set_config('skyholm.tenant', '" + one.tenantId() + "', true)";
        assertThat(Database.as("identity").number(bound, "select count(*) from identity.tenant"))
                .isOne();
        assertThat(Database.as("audit")
                        .number(
                                bound,
                                "select count(*) from audit.audit_entry where tenant_id <> '" + one.tenantId() + "'"))
                .isZero();
    }

    private static List<JsonNode> items(Api api, String path) {
        JsonNode items = api.get(path).expecting(200).body().path("items");
        return items.valueStream().toList();
    }
}
