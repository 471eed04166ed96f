package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A tenant from its registration to its suspension, and everything that happened to it in audit. */
class ATenantsLifeJourney {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Api operator = RunningSuite.as(RunningSuite.administrator());

    @Test
    void tenantRegistersWorksAndIsSuspended() {
        Customer customer =
                Customer.register("life" + UUID.randomUUID().toString().substring(0, 8));
        String tenantId = customer.tenantId();
        Api owner = customer.api();
        assertThat(owner.get("/v1/me")
                        .expecting(200)
                        .body()
                        .path("roles")
                        .get(0)
                        .asText())
                .isEqualTo("TENANT_ADMIN");

        owner.post("/v1/groups", Map.of("name", "Everybody")).expecting(201);
        operator.patch("/v1/tenants/" + tenantId, Map.of("status", "SUSPENDED")).expecting(200);
        Eventually.until(SOON, () -> owner.post("/v1/groups", Map.of("name", "Others"))
                .text("code")
                .equals("TENANT_SUSPENDED"));
        owner.get("/v1/groups").expecting(200);
        operator.patch("/v1/tenants/" + tenantId, Map.of("status", "ACTIVE")).expecting(200);
        Eventually.until(
                SOON,
                () -> owner.post("/v1/groups", Map.of("name", "Welcome back")).status() == 201);

        everythingIsInAudit(tenantId);
    }

    private void everythingIsInAudit(String tenantId) {
        Set<String> expected = Set.of(
                "identity.tenant.created.v1",
                "identity.user.created.v1",
                "identity.session.started.v1",
                "identity.login.succeeded.v1",
                "identity.group.created.v1",
                "identity.tenant.changed.v1",
                "audit.call.ended.v1");
        Eventually.until(SOON, () -> types(tenantId).containsAll(expected));
        JsonNode refused = operator.get(
                        "/v1/audit-entries?tenantId=" + tenantId + "&status=FAILURE&resourceType=USER_GROUP")
                .expecting(200)
                .body()
                .path("items")
                .path(0);
        assertThat(refused.path("details").path("problem").asText()).isEqualTo("TENANT_SUSPENDED");
        assertThat(refused.path("userAgent").asText()).isEqualTo("skyholm-journey");
        assertThat(refused.path("ipAddress").asText()).isEqualTo("127.0.0.1");
    }

    private List<String> types(String tenantId) {
        JsonNode items = operator.get("/v1/audit-entries?limit=500&tenantId=" + tenantId)
                .expecting(200)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(entry -> entry.path("eventType").asText())
                .collect(Collectors.toList());
    }
}
