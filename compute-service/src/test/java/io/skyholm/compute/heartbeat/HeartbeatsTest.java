package io.skyholm.compute.heartbeat;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Machines are heard, fall silent, and come back. */
@QuarkusTest
class HeartbeatsTest {

    private Host host;

    @BeforeEach
    void freshHost() {
        host = Host.in(Fresh.pool());
    }

    @Test
    void heartbeatTellsHowTheMachineIsAndIsNoEventAndWhatAnotherSignedIsNotHeard() {
        Heartbeat lie = new Heartbeat(host.id(), Instant.now(), "lie", 1, 2, 3, true, List.of());
        Broker.tell(List.of(HostKeys.fresh().signed(lie)));
        host.beats("disk is slow");
        Eventually.holds("the truth is heard", () -> "1.1".equals(host.shown().path("agentVersion")));
        host.shown().then().body("healthStatus", equalTo("WARNING")).body("lastHeartbeat", notNullValue());
        assertThat(Told.types(host.id()))
                .startsWith("compute.machine.created.v1")
                .hasSizeLessThan(4);
    }

    /** It counts from when it was heard, not from the hour that its clock shows. */
    @Test
    void silentMachineIsOfflineUntilItIsHeardThoughItsClockWasAhead() {
        host.tell(beat(Instant.now().plusSeconds(3600), "ahead"));
        Eventually.holds("it is heard", () -> "ahead".equals(host.shown().path("agentVersion")));
        host.isSoon("OFFLINE");
        host.shown().then().body("statusBefore", equalTo("ACTIVE")).body("healthStatus", equalTo("UNKNOWN"));
        beatUntil("ACTIVE");
        host.shown().then().body("healthStatus", equalTo("HEALTHY"));
        assertThat(Told.types(host.id()))
                .startsWith("compute.machine.created.v1", "compute.machine.changed.v1", "compute.machine.changed.v1");
    }

    @Test
    void heartbeatThatIsReadAgainDoesNotMakeADeadHostLookAlive() {
        wasHeardLast("2 hours");
        host.isSoon("OFFLINE");
        Instant hourAgo = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.MICROS);
        host.tell(beat(hourAgo, "new"), beat(hourAgo.minusSeconds(60), "old"));
        Eventually.holds("it is heard", () -> "new".equals(host.shown().path("agentVersion")));
        host.shown().then().body("status", equalTo("OFFLINE")).body("healthStatus", equalTo("UNKNOWN"));
        assertThat(Instant.parse(host.shown().path("lastHeartbeat"))).isEqualTo(hourAgo);
        beatUntil("ACTIVE");
    }

    @Test
    void fencedMachineIsTrustedOnlyOnceItShowsThatItRunsNothing() {
        wasHeardLast("1 minute");
        host.isSoon("OFFLINE");
        ADMIN.request().post(host.path() + "/fence").then().statusCode(200).body("fencedAt", notNullValue());
        Instant before = Instant.now().minusSeconds(3600);
        host.beats();
        host.shows(before);
        host.shows(Instant.now(), vm(ThingState.RUNNING));
        host.beats("back");
        Eventually.holds("it is heard", () -> "WARNING".equals(host.shown().path("healthStatus")));
        host.shown().then().body("status", equalTo("OFFLINE")).body("fencedAt", notNullValue());
        host.shows(Instant.now(), vm(ThingState.ABSENT));
        Eventually.holds("it is trusted", () -> host.shown().path("fencedAt") == null);
        beatUntil("ACTIVE");
    }

    @Test
    void fencedMachineWithMoreThanOneReportHoldsIsTrustedByTheCountsInAnyPart() {
        wasHeardLast("1 minute");
        host.isSoon("OFFLINE");
        ADMIN.request().post(host.path() + "/fence").then().statusCode(200);
        host.tell(partOfMany(Map.of(DesiredDisk.KIND, 600, DesiredVm.KIND, 1)), partOfMany(null));
        host.beats("back");
        Eventually.holds("it is heard", () -> "WARNING".equals(host.shown().path("healthStatus")));
        host.shown().then().body("fencedAt", notNullValue());
        host.tell(partOfMany(Map.of(DesiredDisk.KIND, 600)));
        Eventually.holds("it is trusted", () -> host.shown().path("fencedAt") == null);
    }

    private Inventory partOfMany(@Nullable Map<ThingKind, Integer> counts) {
        return new Inventory(host.id(), Instant.now(), 2, 2, counts, List.of());
    }

    @Test
    void whatIsReportedOfThingsIsNoSignThatTheirMachineIsWell() {
        wasHeardLast("2 hours");
        Instant hourAgo = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.MICROS);
        Observed change = new Observed(host.id(), Instant.now(), List.of(vm(ThingState.RUNNING)));
        Inventory all = new Inventory(host.id(), Instant.now(), 1, 1, List.of(vm(ThingState.RUNNING)));
        host.tell(change, all, beat(hourAgo, "after them"));
        Eventually.rows(
                1,
                "select count(*) from compute_machine where id = ? and agent_version = 'after them'"
                        + " and last_heartbeat = ?::timestamptz",
                host.id(),
                hourAgo.toString());
    }

    /** As if nothing had come of it since: its silence need not be waited for. */
    private void wasHeardLast(String ago) {
        Sql.asSuperuser("compute")
                .change("update compute_machine set last_heartbeat = now() - ?::interval where id = ?", ago, host.id());
    }

    private Heartbeat beat(Instant at, String version) {
        return new Heartbeat(host.id(), at, version, 1, 2, 3, false, List.of());
    }

    private void beatUntil(String status) {
        Eventually.holds("machine is " + status, () -> {
            host.beats();
            return host.shown().path("status").equals(status);
        });
    }

    private static Observation vm(ThingState state) {
        return new Observation(DesiredVm.KIND, UUID.randomUUID(), 1, state, true, 0, 0, null, Instant.now());
    }
}
