package io.skyholm.compute.instance;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.Limits;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances, their virtual machines, their operations and their places over HTTP. */
@QuarkusTest
class InstancesApiTest {

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private UUID pool = tenant;

    @BeforeEach
    void aPool() {
        pool = Fresh.pool();
    }

    @Test
    void createdInstanceIsSeenByItsTenantOnly() {
        Fresh.machine(pool);
        Guest guest = Guest.made(owner, tenant, Guest.in(pool));
        guest.shown().then().statusCode(200).body("cpuCores", equalTo(2)).body("rentalMode", equalTo("SHARED"));
        owner.get("/v1/instances").then().body("items.id", hasItem(guest.id().toString()));
        Person stranger = Person.in(UUID.randomUUID(), BuiltInRole.TENANT_ADMIN);
        stranger.get(guest.path()).then().statusCode(404);
        stranger.get("/v1/operations/" + guest.operation()).then().statusCode(404);
        stranger.get("/v1/operations/" + guest.operation() + "/stream").then().statusCode(404);
        stranger.get("/v1/virtual-machines/" + guest.virtualMachine()).then().statusCode(404);
        owner.get("/v1/virtual-machines/" + guest.virtualMachine())
                .then()
                .statusCode(200)
                .body("instanceId", equalTo(guest.id().toString()));
        owner.get("/v1/virtual-machines?instanceId=" + guest.id()).then().body("items.size()", equalTo(1));
        owner.get("/v1/operations?resourceId=" + guest.id()).then().body("items.kind", equalTo(List.of("CREATE")));
    }

    @Test
    void machineWithoutAnAgentTakesNothingUntilOneJoins() {
        Map<String, Object> described = Fresh.machineIn(pool);
        UUID machine = Fresh.made("/v1/machines", described);
        Guest guest = Guest.made(owner, tenant, Guest.in(pool));
        Eventually.holds("it waits for the machine", () -> String.valueOf(
                        guest.shown().<Object>path("waiting.explanation.summary"))
                .contains("take nothing now"));
        Map<String, Object> joining = Host.joining(Host.token(pool), HostKeys.fresh());
        joining.put("managementIp", described.get("managementIp"));
        Host.join(joining).then().statusCode(201);
        Eventually.rows(
                1, "select count(*) from instance where id = ? and compute_machine_id = ?", guest.id(), machine);
    }

    @Test
    void sizeComesFromThePlanOrIsSaidOutright() {
        Map<String, Object> body =
                new HashMap<>(Map.of("name", "web-1", "planId", Fresh.plan(), "resourcePoolId", pool));
        Guest guest = Guest.made(owner, tenant, body);
        guest.shown().then().body("cpuCores", equalTo(2)).body("storageGb", equalTo(80));
        body.put("cpuCores", 4);
        owner.post("/v1/instances", body).then().statusCode(422).body("errors[0].field", equalTo("planId"));
        owner.post("/v1/instances", Map.of("name", "web-1"))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("cpuCores"));
        body.remove("cpuCores");
        body.put("planId", UUID.randomUUID());
        owner.post("/v1/instances", body).then().statusCode(422).body("errors[0].field", equalTo("planId"));
    }

    @Test
    void sameKeyMakesOneInstanceAndADryRunNone() {
        Fresh.machine(pool);
        Map<String, Object> body = Guest.in(pool);
        String key = UUID.randomUUID().toString();
        String first = owner.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/instances")
                .path("resourceId");
        String second = owner.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/instances")
                .path("resourceId");
        assertThat(second).isEqualTo(first);
        owner.post("/v1/instances?dry_run=true", Guest.in(pool)).then().statusCode(202);
        owner.get("/v1/instances").then().body("items.size()", equalTo(1));
        Books.agree(pool);
    }

    @Test
    void instanceForSomebodyElseTakesMoreThanCreating() {
        Person user = Person.in(tenant, BuiltInRole.USER);
        user.post("/v1/instances", Guest.in(pool, "userId", owner.id()))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("userId"));
        Sql.asSuperuser("compute").change("""
                insert into known_user (id, generation, tenant_id, username, status, roles)
                values (?, 1, ?, ?, 'ACTIVE', '{USER}')""", user.id(), tenant, "u" + user.id());
        Guest guest = Guest.made(owner, tenant, Guest.in(pool, "userId", user.id()));
        guest.shown()
                .then()
                .body("userId", equalTo(user.id().toString()))
                .body("createdBy", equalTo(owner.id().toString()));
    }

    @Test
    void placementIsExplainedAndRoomIsCountedWithoutTakingIt() {
        Fresh.machine(pool);
        Map<String, Object> question = Map.of("resourcePoolId", pool, "cpuCores", 4, "memoryGb", 8, "storageGb", 10);
        Eventually.holds(
                "the machine is known",
                () -> owner.post("/v1/placements", question).path("fits").equals(true));
        owner.post("/v1/placements?dry_run=true", question)
                .then()
                .statusCode(200)
                .body("fits", equalTo(true))
                .body("fitting", equalTo(1));
        Map<String, Object> impossible = new HashMap<>(question);
        impossible.put("cpuCores", 17);
        impossible.put("hostTags", List.of("no-such-tag"));
        owner.post("/v1/placements", impossible)
                .then()
                .body("fits", equalTo(false))
                .body("ruledOut.rule", hasItem("TAGS"))
                .body("summary", not(containsString("host-")));
        owner.get("/v1/capacity?cpuCores=4&memoryGb=8&storageGb=10&poolId=" + pool)
                .then()
                .statusCode(200)
                .body("items[0].instances", equalTo(4))
                .body("items[0].hosts", equalTo(1));
        Books.areEmpty(pool);
    }

    @Test
    void instanceIsPlacedInItsRegionAndWaitsWhereThereIsNone() {
        String region = Fresh.name();
        UUID place = Fresh.made("/v1/data-centers", Map.of("name", Fresh.name(), "region", region));
        UUID there = Fresh.machine(Fresh.pool(place));
        Fresh.machine(pool);
        Map<String, Object> body = Guest.in(pool, "region", region);
        owner.post("/v1/placements", question(region))
                .then()
                .statusCode(200)
                .body("fitting", equalTo(1))
                .body("ruledOut.rule", hasItem("REGION"));
        Guest waiting = Guest.made(owner, tenant, body);
        Eventually.holds("it knows why it waits", () -> String.valueOf(
                        waiting.shown().<Object>path("waiting.explanation.summary"))
                .contains("are in another region"));
        body.remove("resourcePoolId");
        Guest placed = Guest.made(owner, tenant, body);
        Eventually.holds("it has a place in its region", () -> there.toString()
                .equals(placed.shown().path("computeMachineId")));
        ADMIN.patch("/v1/data-centers/" + place, Map.of("region", "elsewhere"))
                .then()
                .statusCode(200)
                .body("region", equalTo("elsewhere"));
        Eventually.holds("nothing is left in the region", () -> !owner.post("/v1/placements", question(region))
                .<Boolean>path("fits"));
    }

    private static Map<String, Object> question(String region) {
        return Map.of("region", region, "cpuCores", 1, "memoryGb", 1, "storageGb", 1);
    }

    @Test
    void operationIsWatchedToItsEnd() {
        Map<String, Object> body = Guest.in(pool, "cpuCores", 1000);
        body.put("waitSeconds", 1);
        Guest guest = Guest.made(owner, tenant, body);
        String events = owner.request()
                .header("Accept", "text/event-stream")
                .get("/v1/operations/" + guest.operation() + "/stream")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(events).contains("event:operation").contains("\"status\":\"FAILED\"");
        long last = owner.get("/v1/operations/" + guest.operation()).jsonPath().getLong("generation");
        String resumed = owner.request()
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", Long.toString(last))
                .get("/v1/operations/" + guest.operation() + "/stream")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(resumed).doesNotContain("event:operation");
    }

    @Test
    void scheduleStopsAnInstanceAtItsTime() {
        Host host = Host.in(pool);
        Guest guest = Guest.running(owner, tenant, pool, host);
        owner.patch(guest.path(), Map.of("schedule", ScheduledNow.daily("STOP")))
                .then()
                .statusCode(200)
                .body("scheduledAt", not(equalTo(null)));
        ScheduledNow.comes(guest);
        guest.settles(host, ThingState.STOPPED);
        guest.isSoon("STOPPED");
        guest.shown().then().body("scheduledAt", not(equalTo(null)));
    }

    @Test
    void scheduleStartsNothingWhileItsTenantIsSuspended() {
        Host host = Host.in(pool);
        Guest guest = Guest.running(owner, tenant, pool, host);
        guest.does("stop");
        guest.settles(host, ThingState.STOPPED);
        guest.isSoon("STOPPED");
        owner.patch(guest.path(), Map.of("schedule", ScheduledNow.daily("START")))
                .then()
                .statusCode(200);
        Limits.standing(tenant, 10, TenantStatus.SUSPENDED);
        ScheduledNow.comes(guest);
        Eventually.holds(
                "it says why it was not started",
                () -> String.valueOf(guest.shown().<String>path("statusDetail")).contains("suspended"));
        guest.shown().then().body("status", equalTo("STOPPED")).body("scheduledAt", not(equalTo(null)));

        Limits.standing(tenant, 11, TenantStatus.ACTIVE);
        ScheduledNow.comes(guest);
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
    }

    @Test
    void instanceIsChangedAndOnceItIsDeletedListedOnlyWhenAskedFor() {
        Guest guest = Guest.made(owner, tenant, Guest.in(pool));
        owner.patch(guest.path(), Map.of("hostname", "web-1.example.com", "tags", List.of("shop")))
                .then()
                .statusCode(200)
                .body("hostname", equalTo("web-1.example.com"))
                .body("name", containsString("web-"));
        owner.get("/v1/instances?tags=shop").then().body("items.size()", equalTo(1));
        owner.request()
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "x"))
                .patch(guest.path())
                .then()
                .statusCode(412);
        guest.goes();
        guest.isSoon("DELETED");
        owner.get("/v1/instances").then().body("items.size()", equalTo(0));
        owner.get("/v1/instances?status=DELETED").then().body("items.size()", equalTo(1));
        owner.delete(guest.path()).then().statusCode(404);
        ADMIN.get(guest.path()).then().statusCode(200);
        Eventually.rows(0, "select count(*) from placement_queue where instance_id = ?", guest.id());
    }
}
