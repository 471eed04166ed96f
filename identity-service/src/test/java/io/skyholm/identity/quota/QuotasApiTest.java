package io.skyholm.identity.quota;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Everybody sees which limits apply to them, and what they come to. */
@QuarkusTest
class QuotasApiTest {

    @Test
    void everyLimitThatAppliesIsShownFromTheOutermostToTheInnermost() {
        UUID tenant = Fresh.tenant(Map.of("name", Fresh.name(), "quotaConfig", Map.of("instances", 10, "gpus", 4)));
        UUID top = Fresh.made(
                "/v1/groups", Map.of("tenantId", tenant, "name", "A", "quotaConfig", Map.of("instances", 6)));
        UUID low = Fresh.made(
                "/v1/groups",
                Map.of("tenantId", tenant, "name", "B", "parentGroupId", top, "quotaConfig", Map.of("vcpus", 8)));
        UUID beside = Fresh.made(
                "/v1/groups", Map.of("tenantId", tenant, "name", "C", "quotaConfig", Map.of("instances", 1)));
        UUID user = Fresh.user(Fresh.userOf(tenant, "quotaConfig", Map.of("instances", 7, "vcpus", 2)));
        ADMIN.post("/v1/groups/" + low + "/members", Map.of("userId", user))
                .then()
                .statusCode(201);
        ADMIN.post("/v1/groups/" + beside + "/members", Map.of("userId", user))
                .then()
                .statusCode(201);
        ADMIN.delete("/v1/groups/" + beside + "/members/" + user).then().statusCode(200);
        ADMIN.get("/v1/quotas?userId=" + user)
                .then()
                .statusCode(200)
                .body("userId", equalTo(user.toString()))
                .body("limits.level", contains("TENANT", "GROUP", "GROUP", "USER"))
                .body("limits.id", contains(tenant.toString(), top.toString(), low.toString(), user.toString()))
                .body("limits[1].quotaConfig.instances", equalTo(6))
                .body("effective.instances", equalTo(6))
                .body("effective.gpus", equalTo(4))
                .body("effective.vcpus", equalTo(2))
                .body("effective.disks", nullValue())
                .body("limits[0].used.counts.users", equalTo(1))
                .body("limits[0].used.counts.userGroups", equalTo(3))
                .body("limits[3].used.counts", nullValue());
    }

    @Test
    void callersSeeTheirOwnLimitsAndThoseOfTheirTenantsUsersOnly() {
        UUID tenant = Fresh.tenant();
        Person ada = Fresh.person(tenant, BuiltInRole.USER);
        ada.get("/v1/quotas")
                .then()
                .statusCode(200)
                .body("userId", equalTo(ada.id().toString()))
                .body("limits.level", contains("TENANT", "USER"))
                .body("effective.instances", nullValue());
        UUID foreign = Fresh.user(Fresh.tenant());
        ada.get("/v1/quotas?userId=" + Fresh.user(tenant)).then().statusCode(200);
        ada.get("/v1/quotas?userId=" + foreign).then().statusCode(404);
        ADMIN.get("/v1/quotas?userId=" + foreign).then().statusCode(200);
        ADMIN.get("/v1/quotas?userId=" + UUID.randomUUID()).then().statusCode(404);
    }
}
