package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.events.EventJson;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of an instance, in which the test plays network and host. */
@QuarkusTest
class InstanceLifeTest {

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private UUID pool = tenant;

    @SuppressWarnings("NullAway.Init") // Each test has one of its own.
    private Host host;

    @BeforeEach
    void aHost() {
        pool = Fresh.pool();
        host = Host.in(pool);
    }

    @Test
    void createdInstanceRunsWithItsAddressAndGivesAllBackWhenItGoes() {
        Guest guest = Guest.made(owner, tenant, Guest.in(pool));
        assertThat(guest.status()).isEqualTo("CREATING");
        guest.networkIs(InstanceNetworkStatus.READY, host.id());
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
        guest.shown().then().body("ipAddress", equalTo("10.64.0.5"));
        guest.ended(guest.operation())
                .then()
                .body("status", equalTo("SUCCEEDED"))
                .body("steps.name", equalTo(List.of("place", "network", "boot")));
        Books.agree(pool);
        UUID deleting = guest.goes();
        guest.settles(host, ThingState.ABSENT);
        Eventually.rows(1, "select count(*) from instance where id = ? and parts_wanted = '{}'", guest.id());
        guest.networkIs(InstanceNetworkStatus.RELEASED, null);
        guest.isSoon("DELETED");
        guest.ended(deleting).then().body("status", equalTo("SUCCEEDED"));
        Books.areEmpty(pool);
        assertThat(Told.types(guest.id()))
                .containsSubsequence(
                        "compute.instance.created.v1",
                        "compute.instance.placed.v1",
                        "compute.instance.started.v1",
                        "compute.instance.deleted.v1");
        assertThat(lastDesired(guest)).isEqualTo("null");
    }

    @Test
    void stopWinsOverAnOlderStart() {
        Guest guest = Guest.made(owner, tenant, Guest.in(pool));
        guest.networkIs(InstanceNetworkStatus.READY, host.id());
        Eventually.holds("it is told", () -> guest.desiredGeneration() == 1);
        UUID stop = guest.does("stop");
        Eventually.holds("it is told again", () -> guest.desiredGeneration() == 2);
        guest.reports(host, 1, ThingState.RUNNING, true);
        guest.settles(host, ThingState.STOPPED);
        guest.ended(stop).then().body("status", equalTo("SUCCEEDED"));
        assertThat(guest.status()).isEqualTo("STOPPED");
        guest.ended(guest.operation()).then().body("status", equalTo("CANCELLED"));
    }

    @Test
    void instanceStopsStartsRestartsAndIsSuspended() {
        Guest guest = Guest.running(owner, tenant, pool, host);
        guest.does("restart");
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
        guest.does("suspend");
        guest.settles(host, ThingState.SUSPENDED);
        guest.isSoon("SUSPENDED");
        for (String act : List.of("restart", "suspend", "reset-password")) {
            isRefused(owner.request().post(guest.path() + "/" + act));
        }
        isRefused(owner.post(guest.path() + "/rebuild", Map.of("image", "debian-13")));
        guest.does("resume");
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
        guest.does("stop");
        guest.settles(host, ThingState.STOPPED);
        guest.isSoon("STOPPED");
        isRefused(owner.request().post(guest.path() + "/stop"));
        guest.does("start");
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
        isRefused(owner.request().post(guest.path() + "/start"));
    }

    private static void isRefused(Response act) {
        act.then().statusCode(409).body("code", equalTo("INSTANCE_STATUS"));
    }

    @Test
    void resizeTakesWhatItNeedsAtOnceAndGivesBackWhatItDoesNotOrTakesTooLongFor() {
        Guest guest = Guest.running(owner, tenant, pool, host);
        owner.post(guest.path() + "/resize", Map.of("cpuCores", 6, "memoryGb", 2))
                .then()
                .statusCode(202);
        assertThat(held(guest)).isEqualTo("6/4");
        guest.settles(host, ThingState.RUNNING);
        Eventually.holds("memory is given back", () -> held(guest).equals("6/2"));
        Books.agree(pool);
        owner.post(guest.path() + "/resize", Map.of("cpuCores", 17))
                .then()
                .statusCode(507)
                .body("code", equalTo("MACHINE_FULL"));

        long told = guest.desiredGeneration();
        String operation =
                owner.post(guest.path() + "/resize", Map.of("cpuCores", 8)).path("id");
        assertThat(held(guest)).isEqualTo("8/2");
        Eventually.holds("it is told", () -> guest.desiredGeneration() == told + 1);
        guest.runsOutOfTime();
        guest.ended(UUID.fromString(operation)).then().body("status", equalTo("FAILED"));
        Eventually.holds("it is told again", () -> guest.desiredGeneration() == told + 2);
        guest.settles(host, ThingState.RUNNING);
        Eventually.holds("it is given back", () -> held(guest).equals("6/2"));
        Books.agree(pool);
    }

    @Test
    void creationThatTakesTooLongGivesAllBackAndCanBeTriedAgain() {
        Guest guest = Guest.made(owner, tenant, Guest.in(pool));
        guest.runsOutOfTime();
        guest.ended(guest.operation()).then().body("status", equalTo("FAILED"));
        assertThat(guest.status()).isEqualTo("ERROR");
        guest.networkIs(InstanceNetworkStatus.RELEASED, null);
        Eventually.rows(1, "select count(*) from instance where id = ? and quota_instances = 0", guest.id());
        Books.areEmpty(pool);
        host.beats();
        owner.request()
                .post("/v1/operations/" + guest.operation() + "/retry")
                .then()
                .statusCode(202);
        guest.networkIs(InstanceNetworkStatus.READY, host.id());
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
    }

    @Test
    void portsThatCanNeverBeFailTheCreation() {
        Guest guest = Guest.made(owner, tenant, Guest.in(pool));
        guest.networkIs(InstanceNetworkStatus.FAILED, host.id());
        guest.ended(guest.operation())
                .then()
                .body("status", equalTo("FAILED"))
                .body("detail", containsString("As the test wants it"));
        guest.networkIs(InstanceNetworkStatus.RELEASED, null);
        guest.isSoon("ERROR");
        UUID deleting = guest.goes();
        guest.ended(deleting).then().body("status", equalTo("SUCCEEDED"));
        assertThat(guest.status()).isEqualTo("DELETED");
    }

    @Test
    void instanceWithoutAPlaceWaitsInLineAndComesInWhenSomethingIsFreed() {
        Guest first = Guest.made(owner, tenant, Guest.in(pool, "cpuCores", 16));
        Eventually.holds("the first has a place", () -> first.shown().path("computeMachineId") != null);
        Guest second = Guest.made(owner, tenant, Guest.in(pool));
        Eventually.holds("it waits", () -> second.shown().path("waiting") != null);
        second.shown()
                .then()
                .body("waiting.explanation.ruledOut.rule", hasItem("CPU"))
                .body("statusDetail", containsString("too few CPU cores"));
        first.goes();
        Eventually.rows(1, "select count(*) from instance where id = ? and parts_wanted = '{}'", first.id());
        first.networkIs(InstanceNetworkStatus.RELEASED, null);
        Eventually.holds("it has a place", () -> {
            // A host that is not heard takes nothing, however long the wait.
            host.beats();
            return second.shown().path("computeMachineId") != null;
        });
        second.shown().then().body("waiting", nullValue());
        Books.agree(pool);
    }

    @Test
    void waitForAPlaceEndsAtItsDeadlineAndCanBeCancelled() {
        Guest.made(owner, tenant, Guest.in(pool));
        Map<String, Object> large = Guest.in(pool, "cpuCores", 16);
        large.put("waitSeconds", 1);
        Guest patient = Guest.made(owner, tenant, large);
        patient.ended(patient.operation())
                .then()
                .body("status", equalTo("FAILED"))
                .body("detail", containsString("place"));
        Guest other = Guest.made(owner, tenant, Guest.in(pool, "cpuCores", 16));
        owner.request()
                .post("/v1/operations/" + other.operation() + "/cancel")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        other.isSoon("ERROR");
        Eventually.rows(0, "select count(*) from placement_queue where instance_id = ?", other.id());
    }

    @Test
    void passwordIsShownOnceAndIsAnotherOnceItIsReset() {
        Guest guest = Guest.running(owner, tenant, pool, host);
        String password = passwordOf(guest);
        owner.request().post(guest.path() + "/initial-password").then().statusCode(409);
        assertThat(Sql.asSuperuser("compute")
                        .number("select count(*) from outbox_event where payload like ?", "%" + password + "%"))
                .isZero();

        String hash = hashTold(guest);
        UUID restarting = guest.does("reset-password");
        guest.settles(host, ThingState.RUNNING);
        guest.ended(restarting).then().body("status", equalTo("SUCCEEDED"));
        guest.isSoon("RUNNING");
        String another = hashTold(guest);
        assertThat(another).isNotEqualTo(hash);
        assertThat(lastDesired(guest)).contains("\"restarts\":1");
        assertThat(passwordOf(guest)).isNotEqualTo(password);

        guest.does("stop");
        guest.settles(host, ThingState.STOPPED);
        guest.isSoon("STOPPED");
        UUID resting = guest.does("reset-password");
        guest.settles(host, ThingState.STOPPED);
        guest.ended(resting).then().body("status", equalTo("SUCCEEDED"));
        guest.isSoon("STOPPED");
        assertThat(hashTold(guest)).isNotEqualTo(another);
        assertThat(lastDesired(guest)).contains("\"restarts\":1");
    }

    private String passwordOf(Guest guest) {
        return owner.request()
                .post(guest.path() + "/initial-password")
                .then()
                .statusCode(200)
                .body("username", equalTo("root"))
                .body("password", notNullValue())
                .extract()
                .path("password");
    }

    private String hashTold(Guest guest) {
        return String.valueOf(host.keys()
                .opened(host.id(), EventJson.read(lastDesired(guest), DesiredVm.class))
                .passwordHash());
    }

    @Test
    void deletionIsUndoneWhileItCanBe() {
        Guest guest = Guest.running(owner, tenant, pool, host);
        owner.patch(guest.path(), Map.of("undoSeconds", 3600, "deletionProtection", true))
                .then()
                .statusCode(200);
        owner.delete(guest.path()).then().statusCode(409).body("code", equalTo("DELETION_PROTECTED"));
        owner.patch(guest.path(), Map.of("deletionProtection", false)).then().statusCode(200);
        guest.goes();
        guest.settles(host, ThingState.STOPPED);
        guest.shown().then().body("status", equalTo("DELETING")).body("deletableAt", notNullValue());
        UUID undeleting = guest.does("undelete");
        guest.ended(undeleting).then().body("status", equalTo("SUCCEEDED"));
        assertThat(guest.status()).isEqualTo("STOPPED");
    }

    private static String held(Guest guest) {
        return String.valueOf(Sql.asSuperuser("compute")
                .value("select held_cpu_cores || '/' || held_memory_gb from instance where id = ?", guest.id()));
    }

    private String lastDesired(Guest guest) {
        return String.valueOf(Sql.asSuperuser("compute")
                .value(
                        "select payload from outbox_event where aggregate_type = ? and aggregate_id = ?"
                                + " order by id desc limit 1",
                        "host.desired." + host.id(),
                        "vm/" + guest.virtualMachine()));
    }
}
