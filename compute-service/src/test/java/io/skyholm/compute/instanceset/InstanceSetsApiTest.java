package io.skyholm.compute.instanceset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.Eventually;
import io.skyholm.runtime.testing.Person;
import io.skyholm.runtime.testing.Sql;
import io.skyholm.runtime.testing.Told;
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

    @Test
    void templateLaunchesManyAtOnce() {
        UUID set = set(Fresh.name());
        Fresh.machine(pool);
        String launched = owner.post(
                        SETS + "/" + set + "/launch", Map.of("templateId", template(), "resourcePoolId", pool))
                .then()
                .statusCode(202)
                .body("kind", equalTo("LAUNCH_SET"))
                .extract()
                .path("id");
        owner.get("/v1/operations?parentId=" + launched).then().body("items.size()", equalTo(3));
        owner.get(SETS + "/" + set + "/members").then().body("items.size()", equalTo(3));
        Eventually.rows(3, "select count(*) from instance where resource_pool_id = ?", pool);
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

    /** Three instances of two kinds. */
    private UUID template() {
        UUID id = UUID.randomUUID();
        Sql.asSuperuser("compute").change("""
                insert into template (id, generation, tenant_id, owner_id, name, template_type, default_cpu_cores,
                    default_memory_gb, default_storage_gb, visibility, version, status, members, created_at, updated_at)
                values (?, 1, ?, ?, ?, 'INSTANCE_SET', 1, 1, 1, 'PRIVATE', 'v1.0.0', 'ACTIVE', ?, now(), now())""", id, tenant, owner.id(), Fresh.name(), """
                [{"role": "web", "count": 2, "size": {"cpuCores": 2, "memoryGb": 4, "storageGb": 10}},
                 {"role": "database", "count": 1, "size": {"cpuCores": 4, "memoryGb": 8, "storageGb": 40}}]""");
        return id;
    }
}
