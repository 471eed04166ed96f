package io.skyholm.compute.instanceset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instance sets over HTTP. */
@QuarkusTest
class InstanceSetsApiTest {

    private static final String SETS = "/v1/instance-sets";

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private UUID pool = tenant;

    @BeforeEach
    void aPool() {
        pool = Fresh.pool();
    }

    @Test
    void setIsMadeChangedArchivedAndDeleted() {
        UUID set = set("Shop");
        owner.post(SETS, Map.of("name", "shop"))
                .then()
                .statusCode(409)
                .body("code", equalTo("INSTANCE_SET_NAME_TAKEN"));
        owner.get(SETS + "/" + set).then().statusCode(200).body("setType", equalTo("CUSTOM"));
        owner.get(SETS + "?name=shop").then().body("items.size()", equalTo(1));
        owner.patch(SETS + "/" + set, Map.of("status", "ARCHIVED", "setType", "PROJECT"))
                .then()
                .statusCode(200)
                .body("status", equalTo("ARCHIVED"));
        owner.request().post(SETS + "/" + set + "/start").then().statusCode(409);
        owner.delete(SETS + "/" + set).then().statusCode(200);
        owner.get(SETS).then().body("items.size()", equalTo(0));
        assertThat(Told.types(set))
                .containsExactly(
                        "compute.instance-set.created.v1",
                        "compute.instance-set.changed.v1",
                        "compute.instance-set.deleted.v1");
    }

    @Test
    void instancesJoinAndLeaveWithTheirRoles() {
        UUID set = set(Fresh.name());
        Guest guest = Guest.made(owner, tenant, Guest.in(pool));
        Map<String, Object> member = Map.of("instanceId", guest.id(), "role", "database");
        owner.post(SETS + "/" + set + "/members", member).then().statusCode(201).body("role", equalTo("database"));
        owner.post(SETS + "/" + set + "/members", member).then().statusCode(409);
        owner.get(SETS + "/" + set + "/members").then().body("items.size()", equalTo(1));
        owner.delete(SETS + "/" + set).then().statusCode(409);
        owner.delete(SETS + "/" + set + "/members/" + guest.id()).then().statusCode(200);
        owner.delete(SETS + "/" + set + "/members/" + guest.id()).then().statusCode(404);
        Guest other = Guest.made(owner, tenant, Guest.in(pool, "instanceSetId", set));
        owner.get(SETS + "/" + set + "/members")
                .then()
                .body("items.instanceId", equalTo(List.of(other.id().toString())));
        owner.delete(SETS + "/" + set + "/members/" + other.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("PLACED_FOR_SET"));
    }

    @Test
    void setStopsAndStartsAsOne() {
        UUID set = set(Fresh.name());
        Host host = Host.in(pool);
        List<Guest> guests =
                List.of(Guest.running(owner, tenant, pool, host), Guest.running(owner, tenant, pool, host));
        guests.forEach(guest -> owner.post(SETS + "/" + set + "/members", Map.of("instanceId", guest.id())));
        UUID stop = does(set, "stop");
        guests.forEach(guest -> guest.settles(host, ThingState.STOPPED));
        guests.getFirst()
                .ended(stop)
                .then()
                .body("status", equalTo("SUCCEEDED"))
                .body("detail", equalTo("2 of 2 succeeded"));
        owner.get("/v1/operations?parentId=" + stop).then().body("items.size()", equalTo(2));
        does(set, "start");
        guests.forEach(guest -> guest.settles(host, ThingState.RUNNING));
        guests.forEach(guest -> guest.isSoon("RUNNING"));
        owner.request().post(SETS + "/" + set + "/start").then().statusCode(409);
    }

    private UUID set(String name) {
        return UUID.fromString(owner.post(SETS, Map.of("name", name))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private UUID does(UUID set, String act) {
        return UUID.fromString(owner.request()
                .post(SETS + "/" + set + "/" + act)
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    }
}
