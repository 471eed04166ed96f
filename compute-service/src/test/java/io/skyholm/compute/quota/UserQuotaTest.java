package io.skyholm.compute.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Limits;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.QueryPlan;
import io.skyholm.runtime.usage.HeldQuota;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A user's own limit holds beside the tenant's, and what is used is shown for each of them. */
@QuarkusTest
class UserQuotaTest {

    @Inject
    HeldQuota held;

    private final UUID tenant = UUID.randomUUID();
    private final Person limited = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private final Person colleague = Person.in(tenant, BuiltInRole.TENANT_ADMIN);

    @Test
    void ownLimitRefusesWhatTheTenantsAllows() {
        UUID pool = Fresh.pool();
        Fresh.machine(pool);
        Limits.ofTenant(tenant, new QuotaConfig(3L, null, null, null, null, null, null, null));
        Limits.ofUser(tenant, limited.id(), new QuotaConfig(1L, null, null, null, null, null, null, null));
        Guest.made(limited, tenant, Guest.in(pool));
        limited.post("/v1/instances", Guest.in(pool))
                .then()
                .statusCode(507)
                .body("code", equalTo("QUOTA_EXCEEDED"))
                .body("detail", containsString("your user"));
        Guest.made(colleague, tenant, Guest.in(pool));
        limited.get("/v1/services/compute/quota-usages?tenantId=" + tenant + "&holderId=" + tenant + "&holderId="
                        + limited.id())
                .then()
                .statusCode(200)
                .body("holderId", contains(tenant.toString(), limited.id().toString()))
                .body("used.instances", contains(2, 1))
                .body("used[0].counts.templates", equalTo(0))
                .body("used[1].counts", nullValue());
    }

    @Test
    void whatATenantHoldsIsReadOnceForAllWhoseLimitsAreShown() {
        String query =
                held.held("'%s'::uuid".formatted(tenant), "array(select uuidv7() from generate_series(1, 100) number)");
        assertThat(QueryPlan.of("compute", query).readings("instance")).isOne();
    }

    @Test
    void whatOthersHoldIsNotShown() {
        UUID pool = Fresh.pool();
        Guest.made(limited, tenant, Guest.in(pool));
        Person.in(UUID.randomUUID(), BuiltInRole.TENANT_ADMIN)
                .get("/v1/services/compute/quota-usages?tenantId=" + tenant)
                .then()
                .statusCode(200)
                .body("used.instances", contains(0));
        limited.get("/v1/services/network/quota-usages?tenantId=" + tenant)
                .then()
                .statusCode(404);
    }
}
