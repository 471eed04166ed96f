package io.skyholm.compute.instance;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;

import io.restassured.response.Response;
import io.skyholm.compute.Host;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.network.InstanceNetworkEvents;
import io.skyholm.events.network.InstanceNetworkFact;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.events.network.InstancePort;
import io.skyholm.events.storage.BootDiskEvents;
import io.skyholm.events.storage.BootDiskFact;
import io.skyholm.events.storage.BootDiskStatus;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Tasks;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An instance in a test that plays network and host for it. */
public record Guest(Person owner, UUID tenant, UUID id, UUID operation) {

    private static final AtomicLong GENERATION = new AtomicLong(1);
    private static final Sql SQL = Sql.asSuperuser("compute");
    private static final String UNANSWERED = """
            select count(*) from virtual_machine where instance_id = ? and compute_machine_id = ?
                and desired_present = ? and desired_generation > seen_generation""";

    /** The body that makes an instance of 2 cores, 4 GB and 10 GB in that pool. */
    public static Map<String, Object> in(UUID pool) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "web-" + UUID.randomUUID());
        body.put("cpuCores", 2);
        body.put("memoryGb", 4);
        body.put("storageGb", 10);
        body.put("resourcePoolId", pool);
        return body;
    }

    /** The same with one field as it is given. */
    public static Map<String, Object> in(UUID pool, String field, Object value) {
        Map<String, Object> body = in(pool);
        body.put(field, value);
        return body;
    }

    public static Guest made(Person owner, UUID tenant, Map<String, ?> body) {
        Response made = owner.post("/v1/instances", body);
        made.then().statusCode(202);
        return new Guest(owner, tenant, UUID.fromString(made.path("resourceId")), UUID.fromString(made.path("id")));
    }

    /** One that runs on that host. */
    public static Guest running(Person owner, UUID tenant, UUID pool, Host host) {
        return running(owner, tenant, in(pool), host);
    }

    /** One of that body that runs on that host. */
    public static Guest running(Person owner, UUID tenant, Map<String, ?> body, Host host) {
        Guest guest = made(owner, tenant, body);
        guest.networkIs(InstanceNetworkStatus.READY, host.id());
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
        return guest;
    }

    public String path() {
        return "/v1/instances/" + id;
    }

    public Response shown() {
        return owner.get(path());
    }

    public String status() {
        return shown().path("status");
    }

    public void isSoon(String status) {
        Eventually.holds(path() + " is " + status, () -> status().equals(status));
    }

    /** Waits for the end of an operation and gives it. */
    public Response ended(UUID operation) {
        Eventually.holds(
                "operation " + operation + " has ended",
                () -> owner.get("/v1/operations/" + operation).path("endedAt") != null);
        return owner.get("/v1/operations/" + operation);
    }

    /** Has it do something, and gives the operation's id. */
    public UUID does(String act) {
        return UUID.fromString(owner.request()
                .post(path() + "/" + act)
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    }

    public UUID goes() {
        return UUID.fromString(
                owner.delete(path()).then().statusCode(202).extract().path("id"));
    }

    /** Network says how far its ports are. */
    public void networkIs(InstanceNetworkStatus status, @Nullable UUID machine) {
        networkIs(status, machine, UUID.randomUUID().toString());
    }

    /** The same because of the request with that correlation. */
    public void networkIs(InstanceNetworkStatus status, @Nullable UUID machine, String correlation) {
        InstancePort port = new InstancePort(id, UUID.randomUUID(), "02:00:00:00:00:01", List.of("10.64.0.5/16"), true);
        boolean there = status == InstanceNetworkStatus.READY;
        InstanceNetworkFact fact = new InstanceNetworkFact(
                id,
                GENERATION.incrementAndGet(),
                tenant,
                machine,
                status,
                there ? null : "As the test wants it",
                there ? List.of(port) : List.of());
        Broker.tell(InstanceNetworkEvents.CHANGED, fact, correlation);
    }

    /** Storage says how far the disk is that it boots from, which is for that build and size. */
    public UUID bootDiskIs(BootDiskStatus status, @Nullable UUID machine, long builds, int sizeGb) {
        UUID disk = UUID.randomUUID();
        String reason = status == BootDiskStatus.FAILED ? "As the test wants it" : null;
        long generation = GENERATION.incrementAndGet();
        Broker.tell(
                BootDiskEvents.CHANGED,
                new BootDiskFact(id, generation, tenant, machine, status, reason, disk, builds, sizeGb));
        return disk;
    }

    /** That host has done what it was last told, once it was told more than before. */
    public void settles(Host host, ThingState state) {
        boolean present = state != ThingState.ABSENT;
        Eventually.holds(
                "host " + host.id() + " is told of " + id, () -> SQL.number(UNANSWERED, id, host.id(), present) == 1);
        reports(host, desiredGeneration(), state, true);
    }

    public void reports(Host host, long generation, ThingState state, boolean settled) {
        Observation seen = new Observation(
                DesiredVm.KIND,
                virtualMachine(),
                generation,
                state,
                settled,
                0,
                0,
                "As the test wants it",
                Instant.now());
        host.tell(new Observed(host.id(), Instant.now(), List.of(seen)));
    }

    /** The generation of what its host was told last. */
    public long desiredGeneration() {
        return SQL.number("select desired_generation from virtual_machine where instance_id = ?", id);
    }

    public long seen() {
        return SQL.number("select seen_generation from virtual_machine where instance_id = ?", id);
    }

    /** Has it looked at now, and the operation's deadline be now. */
    public void runsOutOfTime() {
        SQL.change("update operation set deadline = now() where resource_id = ? and ended_at is null", id);
        looksAgain();
    }

    public void looksAgain() {
        Tasks.lookAgain("instance", id);
    }

    public UUID virtualMachine() {
        return UUID.fromString(ADMIN.get(path()).path("virtualMachineId"));
    }
}
