package io.skyholm.network.address;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.network.Fresh;
import io.skyholm.network.Quotas;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.QueryPlan;
import io.skyholm.runtime.testing.fixtures.UserGroups;
import io.skyholm.runtime.usage.HeldQuota;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits of public addresses hold for the tenant, the groups and the user, whoever asks at once. */
@QuarkusTest
class PublicAddressLimitTest {

    private static final String PATH = "/v1/addresses";

    @Inject
    HeldQuota held;

    private final Person owner = Person.fresh();
    private UUID subnet;

    @BeforeEach
    void publicSubnet() {
        UUID vpc = Fresh.vpc(ADMIN, "203.0.113.0/24");
        subnet = ADMIN.made(
                "/v1/subnets",
                Map.of(
                        "vpcId",
                        vpc,
                        "name",
                        "public",
                        "cidrBlock",
                        "203.0.113.0/24",
                        "isPublic",
                        true,
                        "autoAssignIp",
                        false));
    }

    @Test
    void limitHoldsAgainstAllWhoAskAtOnce() {
        Quotas.ofTenant(owner.tenant(), 5);
        List<Integer> answers = Crowd.of(
                12, client -> owner.post(PATH, Map.of("subnetId", subnet)).statusCode());
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(5);
        assertThat(answers.stream().filter(status -> status == 507)).hasSize(7);
        String one = owner.get(PATH + "?subnetId=" + subnet).path("items[0].id");
        owner.delete(PATH + "/" + one).then().statusCode(200);
        owner.post(PATH, Map.of("subnetId", subnet)).then().statusCode(201);
        assertThat(Quotas.held(owner.tenant())).isEqualTo(5);
        assertThat(Quotas.held(owner.id())).isEqualTo(5);
    }

    @Test
    void whatATenantHoldsIsReadOnceForAllWhoseLimitsAreShown() {
        String query = held.held(
                "'%s'::uuid".formatted(owner.tenant()), "array(select uuidv7() from generate_series(1, 100) number)");
        assertThat(QueryPlan.of("network", query).readings("ip_address")).isOne();
    }

    @Test
    void limitOfAGroupHoldsForAllWhoAreInItOrWithinIt() {
        UUID outer = Quotas.ofGroup(owner.tenant(), null, 2);
        UUID inner = Quotas.ofGroup(owner.tenant(), outer, 10);
        Person colleague = Person.in(owner.tenant(), BuiltInRole.USER);
        UserGroups.join(owner.tenant(), inner, owner.id());
        UserGroups.join(owner.tenant(), outer, colleague.id());
        UUID held = owner.made(PATH, Map.of("subnetId", subnet));
        colleague.made(PATH, Map.of("subnetId", subnet));
        owner.post(PATH, Map.of("subnetId", subnet))
                .then()
                .statusCode(507)
                .body("code", equalTo("QUOTA_EXCEEDED"))
                .body("detail", containsString("group"));
        Person.in(owner.tenant(), BuiltInRole.USER).made(PATH, Map.of("subnetId", subnet));
        assertThat(Quotas.held(outer)).isEqualTo(2);
        assertThat(Quotas.held(inner)).isOne();
        owner.get("/v1/services/network/quota-usages?holderId=" + outer + "&holderId=" + inner + "&holderId="
                        + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("used.publicAddresses", contains(2, 1, 0));
        owner.delete(PATH + "/" + held).then().statusCode(200);
        assertThat(Quotas.held(outer)).isOne();
        assertThat(Quotas.held(inner)).isZero();
    }
}
