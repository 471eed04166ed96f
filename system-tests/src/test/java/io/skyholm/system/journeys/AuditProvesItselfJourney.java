package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.Database;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What audit holds is what happened: its chain says so, and says where not. */
class AuditProvesItselfJourney {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SECRET = "Aa1-secret-" + UUID.randomUUID();

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final Customer customer = Customer.join(operator);

    @Test
    void chainVerifiesUntilSomebodyFlipsAByte() {
        customer.api()
                .patch("/v1/tenants/" + customer.tenantId(), Map.of("description", "Where we are"))
                .expecting(200);
        Eventually.until(SOON, () -> entries() >= 5 && calls() >= 1);
        JsonNode whole = verification();
        assertThat(whole.path("verified").asBoolean()).isTrue();
        assertThat(whole.path("entries").asInt()).isGreaterThanOrEqualTo(5);

        Database.asOperator().change("""
                set session_replication_role = replica;
                update audit.audit_entry set details = replace(details, 'Where we are', 'Where we arf')
                where tenant_id = '%s' and details like '%%Where we are%%'""".formatted(customer.tenantId()));
        JsonNode broken = verification();
        assertThat(broken.path("verified").asBoolean()).isFalse();
        assertThat(broken.path("firstBad").path("id").asText()).isEqualTo(changedEntry());
    }

    @Test
    void secretsAreNowhereInAudit() {
        String key = customer.api()
                .post("/v1/api-keys", Map.of("name", "farm"))
                .expecting(201)
                .text("key");
        operator.put("/v1/users/" + customer.userId() + "/password", Map.of("password", SECRET));
        Eventually.until(
                SOON,
                () -> number("tenant_id = '%s' and event_type = 'identity.api-key.created.v1'"
                                .formatted(customer.tenantId()))
                        == 1);
        assertThat(number(
                        "details like '%" + SECRET + "%' or details like '%" + key + "%' or details like '%keyHash%'"))
                .isZero();
    }

    private JsonNode verification() {
        return operator.get("/v1/audit-chains/" + customer.tenantId() + "/verification")
                .expecting(200)
                .body();
    }

    private long entries() {
        return number("tenant_id = '%s'".formatted(customer.tenantId()));
    }

    private long calls() {
        return number("tenant_id = '%s' and event_type = 'audit.call.ended.v1'".formatted(customer.tenantId()));
    }

    private String changedEntry() {
        return operator.get("/v1/audit-entries?resourceType=TENANT&action=CHANGED&tenantId=" + customer.tenantId())
                .expecting(200)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    private static long number(String condition) {
        return Database.asOperator().number("select count(*) from audit.audit_entry where " + condition);
    }
}
