package io.skyholm.storage.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.compute.InstanceGoodsFact;
import io.skyholm.events.host.DiskEncryption;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.BootDiskFact;
import io.skyholm.events.storage.BootDiskStatus;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Storage;
import io.skyholm.storage.attachment.Attached;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The disks of an instance that goes to another tenant: held, given or let go, as compute tells. */
@QuarkusTest
class HandoverApiTest {

    private static final Sql SQL = Sql.asSuperuser("storage");

    private Person giver;
    private Person receiver;
    private Storage storage;
    private Guest guest;
    private UUID boot;
    private Attached data;

    @BeforeEach
    void anInstanceWithABootDiskAndADataDisk() {
        giver = Person.fresh();
        receiver = Person.fresh();
        storage = Storage.of(200);
        UUID version = Fresh.id(Fresh.availableOf(giver, Fresh.imageOf(giver)));
        guest = Guest.without(giver);
        guest.boots(storage.host(), version, 20, 1);
        boot = Objects.requireNonNull(guest.hears(BootDiskStatus.WAITING).diskId());
        storage.host().does(boot);
        guest.hears(BootDiskStatus.READY);
        Storage.isIn(giver, boot, "AVAILABLE");
        data = Attached.made(storage, giver, storage.available(giver, 10), guest);
    }

    /** What goes along may only become less while it is held. */
    @Test
    void snapshotsGoAlongAndNothingMoreIsMadeOfThem() {
        UUID other = storage.available(giver, 10);
        UUID snapshot = giver.made("/v1/disks/" + other + "/snapshots", Map.of("name", "before"));
        storage.host().doesSnapshot(snapshot);
        Eventually.found(
                "the snapshot", () -> giver.get("/v1/snapshots/" + snapshot).path("status"), "AVAILABLE"::equals);
        Attached.made(storage, giver, other, guest);
        Offer offer = offer();
        assertThat(offer.looked().counts()).containsEntry("diskSnapshots", 1L);
        assertThat(offer.accepted(1).refusal()).isNull();
        giver.post("/v1/snapshots/" + snapshot + "/backups", Map.of("name", "mine"))
                .then()
                .statusCode(409)
                .body("code", equalTo("SNAPSHOT_NOT_AVAILABLE"));
        giver.post(
                        "/v1/disks/" + other + "/snapshot-schedules",
                        Map.of("name", "nightly", "frequency", "DAILY", "hour", 3))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_NOT_AVAILABLE"));
        offer.isDone(1);
        Eventually.found(
                "the snapshot", () -> receiver.get("/v1/snapshots/" + snapshot).statusCode(), code -> code == 200);
    }

    private Offer offer() {
        return Offer.of(guest.id(), giver, receiver);
    }

    @Test
    void disksGoWithTheirInstanceOnceComputeSaysSo() {
        Offer offer = offer();
        InstanceGoodsFact looked = offer.looked();
        assertThat(looked.refusal()).isNull();
        assertThat(looked.counts()).isEqualTo(Map.of("dataDisks", 2L, "dataDiskGb", 30L, "diskAttachments", 1L));
        isFree(boot);
        InstanceGoodsFact prepared = offer.accepted(1);
        assertThat(prepared.refusal()).isNull();
        assertThat(prepared.counts()).isEqualTo(looked.counts());
        isHeld(offer);
        receiver.get("/v1/disks/" + boot).then().statusCode(404);
        offer.isDone(1);
        isTheReceivers();
        int answers = offer.answers();
        offer.accepted(1);
        offer.isDone(1);
        offer.isAbandoned(1);
        isTheReceivers();
        assertThat(offer.answers()).isEqualTo(answers);
        for (UUID thing : List.of(boot, data.disk(), data.id())) {
            assertThat(tenantsTold(thing)).containsExactly(giver.tenant(), receiver.tenant());
        }
    }

    private void isHeld(Offer offer) {
        giver.get("/v1/disks/" + boot)
                .then()
                .body("transferId", equalTo(offer.id().toString()));
        giver.post("/v1/disks/" + data.disk() + "/snapshots", Map.of("name", "mine"))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_NOT_AVAILABLE"));
        giver.delete("/v1/disk-attachments/" + data.id()).then().statusCode(409).body("code", equalTo("INSTANCE_BUSY"));
        giver.post(Attached.of(storage.available(giver, 5)), Attached.to(guest, "/srv/more"))
                .then()
                .statusCode(409)
                .body("code", equalTo("INSTANCE_BUSY"));
    }

    private void isTheReceivers() {
        Eventually.rows(
                2,
                "select count(*) from disk where id in (?, ?) and tenant_id = ? and transfer_id is null",
                boot,
                data.disk(),
                receiver.tenant());
        giver.get("/v1/disks/" + boot).then().statusCode(404);
        giver.get("/v1/disk-attachments/" + data.id()).then().statusCode(404);
        receiver.get("/v1/disks/" + boot)
                .then()
                .body("bootInstanceId", equalTo(guest.id().toString()))
                .body("userId", equalTo(receiver.id().toString()));
        receiver.get("/v1/disk-attachments?instanceId=" + guest.id())
                .then()
                .body("items.id", hasItem(data.id().toString()));
        BootDiskFact told = guest.hears(BootDiskStatus.READY);
        assertThat(told.tenantId()).isEqualTo(receiver.tenant());
    }

    private static List<Object> tenantsTold(UUID thing) {
        return Told.of(thing).stream()
                .filter(event -> String.valueOf(event.get("type")).contains(".transferred."))
                .<Object>map(event -> event.get("tenant_id"))
                .toList();
    }

    private void isFree(UUID disk) {
        giver.get("/v1/disks/" + disk).then().statusCode(200).body("transferId", nullValue());
    }

    @Test
    void whatIsAbandonedStaysAndCanBeUsedAndGoesByTheNextAttempt() {
        Offer offer = offer();
        offer.looked();
        offer.accepted(1);
        offer.isAbandoned(1);
        Eventually.rows(0, "select count(*) from disk where transfer_id = ?", offer.id());
        isFree(data.disk());
        Attached other = Attached.made(storage, giver, storage.available(giver, 5), guest);
        InstanceGoodsFact more = offer.accepted(2);
        assertThat(more.counts()).containsEntry("dataDisks", 3L);
        offer.isAbandoned(1);
        giver.get("/v1/disks/" + other.disk()).then().body("transferId", notNullValue());
        offer.accepted(3);
        offer.isDone(3);
        isTheReceivers();
    }

    /** Compute's fact that says whose the instance is may come later than the one by which its disks went. */
    @Test
    void whoHasGivenItAttachesNothingBeforeStorageHasHeardWhoseItIs() {
        UUID late = storage.available(giver, 5);
        Offer offer = offer();
        offer.looked();
        offer.accepted(1);
        offer.isDone(1);
        isTheReceivers();
        giver.post(Attached.of(late), Attached.to(guest, "/srv/late"))
                .then()
                .statusCode(409)
                .body("code", equalTo("INSTANCE_BUSY"));
        giver.get("/v1/disks/" + late).then().body("status", equalTo("AVAILABLE"));
    }

    @Test
    void whatIsPromisedCountsForTheReceiver() {
        CountedRows.limit(receiver.tenant(), CountedKind.DATA_DISKS, 1);
        Offer offer = offer();
        offer.looked();
        InstanceGoodsFact refused = offer.accepted(1);
        assertThat(refused.refusedByReceiver()).isTrue();
        assertThat(refused.refusal()).contains("dataDisks");
        assertThat(Told.of(offer.id()))
                .as("tenants told: what one lacks is no business of the other's")
                .allSatisfy(event -> assertThat(event.get("tenant_id")).isNull());
        isFree(data.disk());
        CountedRows.limit(receiver.tenant(), CountedKind.DATA_DISKS, 2);
        assertThat(offer.accepted(2).refusal()).isNull();
        receiver.post("/v1/disks", storage.disk(5)).then().statusCode(507).body("code", equalTo("QUOTA_EXCEEDED"));
        offer.isAbandoned(2);
        Eventually.rows(0, "select count(*) from disk where transfer_id = ?", offer.id());
        receiver.post("/v1/disks", storage.disk(5)).then().statusCode(201);
    }

    @Test
    void whatIsNotAtRestOrAnothersTooIsInTheWay() {
        Map<String, Object> shared = new HashMap<>(storage.disk(5));
        shared.put("shareMode", "SHARED");
        UUID disk = giver.made("/v1/disks", shared);
        storage.host().does(disk);
        Storage.isIn(giver, disk, "AVAILABLE");
        Attached.made(storage, giver, disk, guest);
        Attached.made(storage, giver, disk, Guest.on(storage.host(), giver));
        InstanceGoodsFact looked = offer().looked();
        assertThat(looked.refusal()).contains("another instance");
        assertThat(looked.refusedByReceiver()).isFalse();
        Guest other = Guest.on(storage.host(), giver);
        Attached.begun(storage, giver, storage.available(giver, 5), other);
        assertThat(Offer.of(other.id(), giver, receiver).looked().refusal()).contains("ATTACHING");
    }

    /** Its host is told the same key, whosever it is, and from then on nobody but the receiver changes that. */
    @Test
    void anEncryptedDiskGoesWithItsKey() {
        UUID disk = giver.made("/v1/disks", storage.encrypted(5));
        storage.host().does(disk);
        Storage.isIn(giver, disk, "AVAILABLE");
        storage.host().does(disk);
        DiskEncryption.Keys keys = keysOf(disk);
        Attached.made(storage, giver, disk, guest);
        Offer offer = offer();
        assertThat(offer.looked().refusal()).isNull();
        assertThat(offer.accepted(1).refusal()).isNull();
        giver.post(rotation(disk), Map.of()).then().statusCode(409).body("code", equalTo("DISK_NOT_AVAILABLE"));
        offer.isDone(1);
        isTheReceivers();
        assertThat(keysOf(disk)).isEqualTo(keys);
        giver.post(rotation(disk), Map.of()).then().statusCode(404);
        receiver.post(rotation(disk), Map.of()).then().statusCode(200);
        assertThat(keysOf(disk).former()).containsExactly(keys.current());
        assertThat(Offer.of(guest.id(), receiver, Person.fresh()).looked().refusal())
                .contains("ROTATING");
    }

    private DiskEncryption.Keys keysOf(UUID disk) {
        return storage.host().keysOf(storage.host().desired(disk).getLast());
    }

    private static String rotation(UUID disk) {
        return "/v1/disks/" + disk + "/rotate-key";
    }

    @Test
    void anInstanceWithoutDisksGoesToo() {
        Offer offer = Offer.of(UUID.randomUUID(), giver, receiver);
        assertThat(offer.looked().counts()).isEmpty();
        assertThat(offer.accepted(1).refusal()).isNull();
        offer.isDone(1);
        Eventually.rows(1, "select count(*) from instance_goods where id = ? and phase = 'GIVEN'", offer.id());
        assertThat(SQL.number("select count(*) from disk where transfer_id = ?", offer.id()))
                .isZero();
    }
}
