package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.image.KnownImage;
import io.skyholm.events.EventJson;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.IoLimits;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.events.storage.BootDiskStatus;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance that boots from a version of an image waits for the disk with its bytes. */
@QuarkusTest
class BootDisksTest {

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);

    @SuppressWarnings("NullAway.Init") // Each test has one of its own.
    private Host host;

    @SuppressWarnings("NullAway.Init") // Each test has one of its own.
    private Guest guest;

    @BeforeEach
    void anInstanceThatHasAPlaceAndPorts() {
        UUID pool = Fresh.pool();
        host = Host.in(pool);
        guest = Guest.made(
                owner,
                tenant,
                Guest.in(pool, "imageVersionId", KnownImage.of(owner).version()));
        guest.networkIs(InstanceNetworkStatus.READY, host.id());
    }

    @Test
    void hostIsToldWhenTheDiskIsOnItsMachineAndForThisBuild() {
        waitsForItsDisk();
        guest.bootDiskIs(BootDiskStatus.READY, UUID.randomUUID(), 1, 10);
        guest.bootDiskIs(BootDiskStatus.WAITING, host.id(), 1, 10);
        waitsForItsDisk();
        UUID disk = guest.bootDiskIs(BootDiskStatus.READY, host.id(), 1, 10);
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
        assertThat(desired().bootDiskId()).isEqualTo(disk);
        assertThat(told().bootDiskWanted()).isTrue();
    }

    @Test
    void anInstanceMayHaveTheDiskThatItBootsFromEncrypted() {
        UUID pool = Fresh.pool();
        Map<String, Object> body =
                Guest.in(pool, "imageVersionId", KnownImage.of(owner).version());
        assertThat(guest.shown().<Boolean>path("bootDiskEncrypted")).isFalse();
        assertThat(told().bootDiskEncrypted()).isFalse();
        body.put("bootDiskEncrypted", true);
        Host there = Host.in(pool);
        guest = Guest.made(owner, tenant, body);
        guest.networkIs(InstanceNetworkStatus.READY, there.id());
        guest.shown().then().body("bootDiskEncrypted", equalTo(true));
        assertThat(told().bootDiskEncrypted()).isTrue();
        body.remove("imageVersionId");
        owner.post("/v1/instances", body).then().statusCode(422).body("errors.field", hasItem("bootDiskEncrypted"));
        body.put("image", "debian-13");
        owner.post("/v1/instances", body).then().statusCode(422).body("errors.field", hasItem("bootDiskEncrypted"));
    }

    @Test
    void itsHostIsToldHowFastAnInstanceMayUseTheDiskThatItBootsFrom() {
        guest.bootDiskIs(BootDiskStatus.READY, host.id(), 1, 10);
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
        assertThat(desired().bootDiskLimits()).isNull();
        owner.patch(guest.path(), Map.of("bootDiskMaxIops", 500))
                .then()
                .statusCode(200)
                .body("bootDiskMaxIops", equalTo(500));
        isLimited(new IoLimits(500, null));
        Map<String, Object> other = new HashMap<>(Map.of("bootDiskMaxMibPerSecond", 20));
        other.put("bootDiskMaxIops", null);
        owner.patch(guest.path(), other).then().statusCode(200).body("bootDiskMaxMibPerSecond", equalTo(20));
        isLimited(new IoLimits(null, 20));
        owner.patch(guest.path(), Map.of("bootDiskMaxIops", 99)).then().statusCode(422);
    }

    private void isLimited(IoLimits limits) {
        Eventually.found("limits", () -> desired().bootDiskLimits(), limits::equals);
    }

    @Test
    void limitsAreOfADiskOfItsOwn() {
        UUID pool = Fresh.pool();
        Map<String, Object> body =
                Guest.in(pool, "imageVersionId", KnownImage.of(owner).version());
        body.putAll(Map.of("bootDiskMaxIops", 500, "bootDiskMaxMibPerSecond", 20));
        Guest.made(owner, tenant, body)
                .shown()
                .then()
                .body("bootDiskMaxIops", equalTo(500))
                .body("bootDiskMaxMibPerSecond", equalTo(20));
        body.remove("imageVersionId");
        owner.post("/v1/instances", body).then().statusCode(422).body("errors.field", hasItem("bootDiskMaxIops"));
        Guest without = Guest.made(owner, tenant, Guest.in(pool));
        owner.patch(without.path(), Map.of("bootDiskMaxMibPerSecond", 20))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("bootDiskMaxMibPerSecond"));
    }

    @Test
    void creationFailsWithTheReasonAndGivesEverythingBack() {
        guest.bootDiskIs(BootDiskStatus.FAILED, host.id(), 1, 10);
        guest.ended(guest.operation())
                .then()
                .body("status", equalTo("FAILED"))
                .body("detail", containsString("Boot-disk: As the test wants it"));
        Eventually.holds("the disk is not wanted", () -> Boolean.FALSE.equals(told().bootDiskWanted()));
        guest.networkIs(InstanceNetworkStatus.RELEASED, null);
        guest.bootDiskIs(BootDiskStatus.RELEASED, null, 1, 10);
        Eventually.holds("its place is free", () -> guest.shown().path("computeMachineId") == null);
    }

    @Test
    void slowDiskFailsTheCreationAtItsDeadline() {
        guest.bootDiskIs(BootDiskStatus.WAITING, host.id(), 1, 10);
        waitsForItsDisk();
        guest.runsOutOfTime();
        guest.ended(guest.operation()).then().body("detail", containsString("boot-disk"));
    }

    @Test
    void rebuiltInstanceWaitsForItsNextDiskAndAResizedOneForItsLargerDisk() {
        guest.bootDiskIs(BootDiskStatus.READY, host.id(), 1, 10);
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
        long before = guest.desiredGeneration();
        UUID rebuild = UUID.fromString(owner.post(guest.path() + "/rebuild", Map.of())
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
        Eventually.holds("the next build is told of", () -> Long.valueOf(2).equals(told().builds()));
        waitsForItsDisk();
        assertThat(guest.desiredGeneration()).isEqualTo(before);
        UUID second = guest.bootDiskIs(BootDiskStatus.READY, host.id(), 2, 10);
        guest.settles(host, ThingState.RUNNING);
        guest.ended(rebuild).then().body("status", equalTo("SUCCEEDED"));
        assertThat(desired().bootDiskId()).isEqualTo(second);
        UUID resize = UUID.fromString(owner.post(guest.path() + "/resize", Map.of("storageGb", 20))
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
        guest.bootDiskIs(BootDiskStatus.FAILED, host.id(), 2, 20);
        guest.ended(resize).then().body("status", equalTo("FAILED"));
        guest.shown().then().body("storageGb", equalTo(10));
    }

    @Test
    void diskThatCannotBeMadeAnewLeavesTheOneThatIsThere() {
        runs();
        String version = guest.shown().path("imageVersionId");
        UUID other = KnownImage.of(owner).version();
        UUID rebuild = UUID.fromString(owner.post(guest.path() + "/rebuild", Map.of("imageVersionId", other))
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
        Eventually.holds("the next build is told of", () -> Long.valueOf(2).equals(told().builds()));
        guest.bootDiskIs(BootDiskStatus.FAILED, host.id(), 2, 10);
        guest.ended(rebuild).then().body("status", equalTo("FAILED"));
        assertThat(told().builds()).isEqualTo(1);
        guest.shown().then().body("imageVersionId", equalTo(version));
        guest.bootDiskIs(BootDiskStatus.READY, host.id(), 1, 10);
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
        stops();
    }

    @Test
    void whatHasLostItsDiskCanBeStopped() {
        runs();
        guest.bootDiskIs(BootDiskStatus.FAILED, host.id(), 1, 10);
        stops();
    }

    @Test
    void machineThatCannotHaveTheDiskIsLeftForAnother() {
        UUID pool = Fresh.pool();
        Host one = Host.in(pool);
        Host other = Host.in(pool);
        Guest placed = Guest.made(
                owner,
                tenant,
                Guest.in(pool, "imageVersionId", KnownImage.of(owner).version()));
        UUID first = UUID.fromString(placed.shown().path("computeMachineId"));
        Host next = first.equals(one.id()) ? other : one;
        placed.bootDiskIs(BootDiskStatus.FAILED, first, 1, 10);
        Eventually.holds(
                "it is on the other",
                () -> next.id().toString().equals(placed.shown().path("computeMachineId")));
        placed.networkIs(InstanceNetworkStatus.READY, next.id());
        placed.bootDiskIs(BootDiskStatus.READY, next.id(), 1, 10);
        placed.settles(next, ThingState.RUNNING);
        placed.isSoon("RUNNING");
    }

    @Test
    void whoseStartFailsForItsDiskIsOnNoMachineAndCanBeStartedAgain() {
        guest.bootDiskIs(BootDiskStatus.FAILED, host.id(), 1, 10);
        guest.ended(guest.operation());
        guest.networkIs(InstanceNetworkStatus.RELEASED, null);
        guest.bootDiskIs(BootDiskStatus.RELEASED, null, 1, 10);
        Eventually.holds("its place is free", () -> guest.shown().path("computeMachineId") == null);
        UUID start = guest.does("start");
        Eventually.holds("it has a place", () -> guest.shown().path("computeMachineId") != null);
        guest.networkIs(InstanceNetworkStatus.READY, host.id());
        guest.bootDiskIs(BootDiskStatus.FAILED, host.id(), 1, 10);
        guest.ended(start).then().body("status", equalTo("FAILED"));
        Eventually.holds("its place is free", () -> guest.shown().path("computeMachineId") == null);
        Eventually.holds("storage is told", () -> told().computeMachineId() == null);
        guest.bootDiskIs(BootDiskStatus.WAITING, null, 1, 10);
        UUID again = guest.does("start");
        guest.bootDiskIs(BootDiskStatus.READY, host.id(), 1, 10);
        guest.networkIs(InstanceNetworkStatus.READY, host.id());
        guest.settles(host, ThingState.RUNNING);
        guest.ended(again).then().body("status", equalTo("SUCCEEDED"));
    }

    private void runs() {
        guest.bootDiskIs(BootDiskStatus.READY, host.id(), 1, 10);
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
    }

    private void stops() {
        UUID stop = guest.does("stop");
        guest.settles(host, ThingState.STOPPED);
        guest.ended(stop).then().body("status", equalTo("SUCCEEDED"));
    }

    private void waitsForItsDisk() {
        guest.looksAgain();
        Eventually.rows(
                0,
                "select count(*) from reconcile_task where kind = 'instance' and id = ? and due_at <= now()",
                guest.id());
        assertThat(owner.get("/v1/operations?limit=1").<String>path("items[0].steps[-1].name"))
                .isEqualTo("boot-disk");
    }

    private InstanceFact told() {
        return EventJson.read(String.valueOf(Told.of(guest.id()).getLast().get("payload")), InstanceFact.class);
    }

    private DesiredVm desired() {
        return EventJson.read(
                String.valueOf(Sql.asSuperuser("compute")
                        .rows(
                                "select payload from outbox_event where aggregate_type = ? and aggregate_id = ? order by id",
                                "host.desired." + host.id(),
                                "vm/" + guest.virtualMachine())
                        .getLast()
                        .get("payload")),
                DesiredVm.class);
    }
}
