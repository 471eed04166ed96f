package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.client.ApiClient;
import io.skyholm.client.api.AuditApi;
import io.skyholm.client.api.AuditApi.APIAuditEntriesListRequest;
import io.skyholm.client.api.TenantsApi;
import io.skyholm.client.api.TenantsApi.APITenantsCreateRequest;
import io.skyholm.client.api.UsersApi;
import io.skyholm.client.api.UsersApi.APIUsersListRequest;
import io.skyholm.client.model.AuditEntry;
import io.skyholm.client.model.CreateTenant;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.GeneratedClient;
import io.skyholm.system.suite.GeneratedClient.Call;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** A change travels from a person through the gateway to audit. */
class AChangeReachesAuditJourney {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private final Api operator = RunningSuite.as(RunningSuite.administrator());
    private final ApiClient client = GeneratedClient.as(operator);

    @Test
    void createdTenantIsInAuditWithinASecond() {
        entryOf(create(), "CREATED", WARM_UP);

        UUID tenantId = create();
        AuditEntry entry = entryOf(tenantId, "CREATED", A_SECOND);

        assertThat(entry.getEventType()).isEqualTo("identity.tenant.created.v1");
        assertThat(entry.getTenantId()).isEqualTo(tenantId);
        assertThat(entry.getUserId()).isEqualTo(administratorId());
        assertThat(entry.getUserAgent()).isEqualTo("skyholm-journey");
        assertThat(entry.getIpAddress()).isEqualTo("127.0.0.1");
        assertThat(entry.getDetails())
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("id", tenantId.toString());
    }

    @Test
    void everyChangeOfACustomerIsInAuditUnderTheirName() {
        Customer customer = Customer.join(operator);
        customer.api()
                .patch("/v1/tenants/" + customer.tenantId(), Map.of("description", "Where we are"))
                .expecting(200);

        AuditEntry entry = entryOf(UUID.fromString(customer.tenantId()), "CHANGED", WARM_UP);

        assertThat(entry.getUserId()).hasToString(customer.userId());
        assertThat(entry.getDetails())
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("description", "Where we are");
    }

    private UUID create() {
        CreateTenant tenant = new CreateTenant().name("Tenant " + UUID.randomUUID());
        return Call.to(() -> new TenantsApi(client)
                        .tenantsCreate(APITenantsCreateRequest.newBuilder()
                                .createTenant(tenant)
                                .build()))
                .getId();
    }

    private AuditEntry entryOf(UUID resourceId, String action, Duration timeout) {
        APIAuditEntriesListRequest request = APIAuditEntriesListRequest.newBuilder()
                .resourceId(resourceId.toString())
                .action(action)
                .build();
        return Eventually.get(timeout, () -> {
            List<AuditEntry> items = Call.to(() -> new AuditApi(client).auditEntriesList(request))
                    .getItems();
            return items.isEmpty() ? null : items.getFirst();
        });
    }

    private UUID administratorId() {
        return Call.to(() -> new UsersApi(client)
                        .usersList(APIUsersListRequest.newBuilder()
                                .username("admin")
                                .build()))
                .getItems()
                .getFirst()
                .getId();
    }
}
