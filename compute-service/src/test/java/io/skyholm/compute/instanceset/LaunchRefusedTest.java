package io.skyholm.compute.instanceset;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Limits;
import io.skyholm.compute.wallet.BillingTells;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps the instances of a template from being launched into a set. */
@QuarkusTest
class LaunchRefusedTest {

    private static final String ARCHIVED = "{\"status\": \"ARCHIVED\"}";

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private String set = "";
    private UUID template = tenant;

    @BeforeEach
    void aSetAndATemplate() {
        set = "/v1/instance-sets/" + owner.made("/v1/instance-sets", Map.of("name", Fresh.name()));
        Map<String, Object> body = Fresh.template(Fresh.name());
        body.put("templateType", "INSTANCE_SET");
        body.put("members", List.of(Map.of("role", "web", "count", 2, "size", size())));
        template = owner.made("/v1/templates", body);
    }

    private static Map<String, Object> size() {
        return Map.of("cpuCores", 1, "memoryGb", 1, "storageGb", 1);
    }

    @Test
    void quotaThatHasRoomForOneTakesNeitherOfTwo() {
        Limits.ofTenant(tenant, new QuotaConfig(1L, null, null, null, null, null, null, null));
        launched().statusCode(507).body("code", equalTo("QUOTA_EXCEEDED"));
        owner.get("/v1/instances").then().body("items.size()", equalTo(0));
    }

    @Test
    void emptyWalletLaunchesNothing() {
        BillingTells.standing(tenant, 1, StandingStage.RESTRICTED, StandingReason.WALLET_EMPTY);
        launched().statusCode(507).body("code", equalTo("INSUFFICIENT_FUNDS"));
        BillingTells.standing(tenant, 2, StandingStage.RESTRICTED, StandingReason.REFUSE_LIMIT);
        launched().statusCode(409).body("code", equalTo("SPENDING_LIMIT_REACHED"));
        owner.get("/v1/instances").then().body("items.size()", equalTo(0));
    }

    @Test
    void archivedTemplateLaunchesNothing() {
        owner.request().body(ARCHIVED).patch("/v1/templates/" + template).then().statusCode(200);
        launched().statusCode(409).body("code", equalTo("TEMPLATE_ARCHIVED"));
    }

    @Test
    void archivedSetTakesNothing() {
        owner.request().body(ARCHIVED).patch(set).then().statusCode(200);
        launched().statusCode(409).body("code", equalTo("INSTANCE_SET_ARCHIVED"));
    }

    private ValidatableResponse launched() {
        return owner.post(set + "/launch", Map.of("templateId", template)).then();
    }
}
