package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A change travels from a person through the gateway to audit. */
class AChangeReachesAuditJourney {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private final Api operator = RunningSuite.as(RunningSuite.administrator());

    @Test
    void createdTenantIsInAuditWithinASecond() {
        entryOf(create(), "CREATED", WARM_UP);

        String tenantId = create();
        JsonNode entry = entryOf(tenantId, "CREATED", A_SECOND);

        assertThat(entry.path("eventType").asText()).isEqualTo("identity.tenant.created.v1");
        assertThat(entry.path("tenantId").asText()).isEqualTo(tenantId);
        assertThat(entry.path("userId").asText()).isEqualTo(administratorId());
        assertThat(entry.path("userAgent").asText()).isEqualTo("skyholm-journey");
        assertThat(entry.path("ipAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(entry.path("details").path("id").asText()).isEqualTo(tenantId);
    }

    @Test
    void everyChangeOfACustomerIsInAuditUnderTheirName() {
        Customer customer = Customer.join(operator);
        customer.api()
                .patch("/v1/tenants/" + customer.tenantId(), Map.of("description", "Where we are"))
                .expecting(200);

        JsonNode entry = entryOf(customer.tenantId(), "CHANGED", WARM_UP);

        assertThat(entry.path("userId").asText()).isEqualTo(customer.userId());
        assertThat(entry.path("details").path("description").asText()).isEqualTo("Where we are");
    }

    private String create() {
        return operator.post("/v1/tenants", Map.of("name", "Tenant " + UUID.randomUUID()))
                .expecting(201)
                .text("id");
    }

    private JsonNode entryOf(String resourceId, String action, Duration timeout) {
        String path = "/v1/audit-entries?resourceId=" + resourceId + "&action=" + action;
        return Eventually.get(timeout, () -> {
            JsonNode items = operator.get(path).expecting(200).body().path("items");
            return items.isEmpty() ? null : items.get(0);
        });
    }

    private String administratorId() {
        return operator.get("/v1/users?username=admin")
                .expecting(200)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }
}
