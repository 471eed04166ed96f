package io.skyholm.compute.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tenant's wallet does not carry is refused before anything of it is made. */
@QuarkusTest
class WalletsApiTest {

    private static final Sql SQL = Sql.asSuperuser("compute");

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private Map<String, Object> body = Map.of();

    @BeforeEach
    void aPlanOfHalfAEuro() {
        UUID plan = Fresh.plan();
        SQL.change("update known_plan set hourly_rate = 0.5 where id = ?", plan);
        body = Guest.in(Fresh.pool());
        body.keySet().removeAll(List.of("cpuCores", "memoryGb", "storageGb"));
        body.put("planId", plan);
    }

    @Test
    void manyAtOnceAreNoMoreThanTheWalletCarries() {
        BillingTells.wallet(tenant, 1, "1.20");
        List<Integer> answers =
                Crowd.of(6, at -> owner.post("/v1/instances", body).statusCode());
        assertThat(answers).containsExactlyInAnyOrder(202, 202, 507, 507, 507, 507);
        owner.post("/v1/instances", body)
                .then()
                .body("code", equalTo("INSUFFICIENT_FUNDS"))
                .body(
                        "detail",
                        equalTo(
                                "An hour of it costs 0.50 EUR, and 0.30 EUR are missing in the wallet: pay in at least as much"));
        owner.get("/v1/instances").then().body("items.size()", equalTo(2));
        BillingTells.wallet(tenant, 2, "1.50");
        BillingTells.wallet(tenant, 1, "0.00");
        owner.post("/v1/instances", body).then().statusCode(202);
    }

    @Test
    void limitOfTheMonthRefusesWhatIsNew() {
        BillingTells.wallet(tenant, 1, "90.00");
        BillingTells.standing(tenant, 1, StandingStage.RESTRICTED, StandingReason.REFUSE_LIMIT);
        owner.post("/v1/instances", body).then().statusCode(409).body("code", equalTo("SPENDING_LIMIT_REACHED"));
        BillingTells.standing(tenant, 2, StandingStage.ACTIVE);
        owner.post("/v1/instances", body).then().statusCode(202);
    }
}
