package io.skyholm.storage.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DiskEncryption;
import io.skyholm.events.host.HostSeal;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Host;
import io.skyholm.storage.Storage;
import io.skyholm.storage.attachment.Attached;
import io.skyholm.storage.backup.Exported;
import io.skyholm.storage.snapshot.Taken;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disks whose bytes are encrypted; the test plays hosts, which open the keys that they are told. */
@QuarkusTest
class EncryptedDisksApiTest {

    private static final Sql SQL = Sql.asSuperuser("storage");

    private Person owner;
    private Storage storage;

    @BeforeEach
    void aPool() {
        owner = Person.fresh();
        storage = Storage.of(100);
    }

    @Test
    void theHostAloneIsToldTheKeyAndTheDiskIsThereWhenItHasShownThatTheKeyOpensIt() {
        UUID disk = owner.made("/v1/disks", encrypted(10));
        show(disk)
                .then()
                .body("encrypted", equalTo(true))
                .body("encryptionKeyVersion", nullValue())
                .body("keyRotatedAt", nullValue());
        DesiredDisk told = told(disk);
        assertThat(told.encryption()).extracting(DiskEncryption::keyVersion).isEqualTo(1);
        String key = storage.host().keysOf(told).current();
        assertThat(key).matches("[0-9a-f]{64}");
        storage.host().saw(disk, told.generation(), ThingState.RUNNING);
        show(disk).then().body("status", equalTo("CREATING"));
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        show(disk).then().body("encryptionKeyVersion", equalTo(1)).body("keyRotatedAt", nullValue());
        assertThat(storage.host().keysOf(told(disk))).isEqualTo(storage.host().keysOf(told));
        isNowhere(key);
    }

    @Test
    void aDiskIsNotEncryptedUnlessThatIsAskedFor() {
        UUID disk = storage.available(owner, 10);
        show(disk).then().body("encrypted", equalTo(false)).body("encryptionKeyVersion", nullValue());
        assertThat(told(disk).encryption()).isNull();
        owner.post(rotation(disk), Map.of()).then().statusCode(409).body("code", equalTo("DISK_NOT_ENCRYPTED"));
    }

    @Test
    void afterARotationTheFormerKeyIsForgottenWhenTheHostHasShownThatTheNewOneOpensTheDisk() {
        UUID disk = available(10);
        String first = storage.host().keysOf(told(disk)).current();
        owner.post(rotation(disk), Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("ROTATING"))
                .body("encryptionKeyVersion", equalTo(1));
        DiskEncryption.Keys both = storage.host().keysOf(told(disk));
        assertThat(both.current()).isNotEqualTo(first);
        assertThat(both.former()).containsExactly(first);
        owner.post(rotation(disk), Map.of()).then().statusCode(409).body("code", equalTo("DISK_NOT_AVAILABLE"));
        Person.fresh().post(rotation(disk), Map.of()).then().statusCode(404);
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        show(disk).then().body("encryptionKeyVersion", equalTo(2)).body("keyRotatedAt", notNullValue());
        DiskEncryption.Keys one = storage.host().keysOf(told(disk));
        assertThat(one.current()).isEqualTo(both.current());
        assertThat(one.former()).isEmpty();
        isNowhere(first);
        isNowhere(one.current());
    }

    @Test
    void aRotationThatTheHostCannotMakeIsMadeAgainWithTheKeysThatMayOpenTheDisk() {
        UUID disk = available(10);
        String first = storage.host().keysOf(told(disk)).current();
        owner.post(rotation(disk), Map.of()).then().statusCode(200);
        String second = storage.host().keysOf(told(disk)).current();
        storage.host().fails(disk, "Ceph does not answer");
        Storage.isIn(owner, disk, "ERROR");
        show(disk).then().body("statusReason", equalTo("Ceph does not answer"));
        owner.post(rotation(disk), Map.of()).then().statusCode(200);
        assertThat(storage.host().keysOf(told(disk)).current()).isEqualTo(second);
        assertThat(storage.host().keysOf(told(disk)).former()).containsExactly(first);
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        show(disk).then().body("encryptionKeyVersion", equalTo(3));
    }

    @Test
    void aDiskInUseGetsAnotherKeyAndOneThatIsBeingCopiedDoesNot() {
        UUID disk = available(10);
        owner.made(Attached.of(disk), Attached.to(Guest.on(storage.host(), owner), "/srv/orders"));
        owner.post(rotation(disk), Map.of()).then().statusCode(200);
        UUID another = available(10);
        Taken taken = Taken.begun(storage, owner, another);
        owner.post(rotation(another), Map.of()).then().statusCode(409).body("code", equalTo("DISK_BEING_COPIED"));
        taken.does();
        taken.isIn("AVAILABLE");
        owner.post(rotation(another), Map.of()).then().statusCode(200);
        owner.post("/v1/disks/" + another + "/snapshots", Map.of("name", "later"))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_NOT_AVAILABLE"));
    }

    @Test
    void aDiskIsRolledBackAcrossARotationAndADiskOfASnapshotIsEncryptedToo() {
        UUID disk = available(10);
        String first = storage.host().keysOf(told(disk)).current();
        Taken taken = Taken.made(storage, owner, disk);
        owner.get("/v1/snapshots/" + taken.id()).then().body("encrypted", equalTo(true));
        rotated(disk);
        owner.post("/v1/disks/" + disk + "/rollback", Map.of("snapshotId", taken.id()))
                .then()
                .statusCode(200);
        DiskEncryption.Keys keys = storage.host().keysOf(told(disk));
        assertThat(keys.current()).isNotEqualTo(first);
        assertThat(keys.former()).containsExactly(first);
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        show(disk).then().body("encryptionKeyVersion", equalTo(2));
        assertThat(storage.host().keysOf(told(disk)).former()).isEmpty();

        UUID copy = owner.made("/v1/disks", of("sourceSnapshotId", taken.id(), 10));
        show(copy).then().body("encrypted", equalTo(true));
        DiskEncryption.Keys ofCopy = storage.host().keysOf(told(copy));
        assertThat(ofCopy.former()).containsExactly(first);
        assertThat(ofCopy.current()).isNotIn(first, keys.current());
        storage.host().does(copy);
        Storage.isIn(owner, copy, "AVAILABLE");
        Map<String, Object> clear = of("sourceSnapshotId", taken.id(), 10);
        clear.put("encrypted", false);
        owner.post("/v1/disks", clear)
                .then()
                .statusCode(422)
                .body("detail", containsString("must not be false: what the disk begins with is encrypted"));
    }

    @Test
    void anEncryptedDiskIsMadeOfASnapshotThatIsNot() {
        UUID clear = storage.available(owner, 10);
        Taken taken = Taken.made(storage, owner, clear);
        Map<String, Object> body = of("sourceSnapshotId", taken.id(), 10);
        body.put("encrypted", true);
        UUID disk = owner.made("/v1/disks", body);
        DesiredDisk told = told(disk);
        assertThat(told.snapshotId()).isEqualTo(taken.id());
        assertThat(storage.host().keysOf(told).former()).isEmpty();
    }

    @Test
    void aCloneIsOpenedByTheKeyThatItsDiskHadAndGetsOneOfItsOwn() {
        UUID disk = available(10);
        String first = storage.host().keysOf(told(disk)).current();
        Map<String, Object> clear = of("sourceDiskId", disk, 10);
        clear.put("encrypted", false);
        owner.post("/v1/disks", clear)
                .then()
                .statusCode(422)
                .body("detail", containsString("must not be false: what the disk begins with is encrypted"));
        UUID copy = owner.made("/v1/disks", of("sourceDiskId", disk, 10));
        show(copy).then().body("encrypted", equalTo(true));
        owner.post(rotation(disk), Map.of()).then().statusCode(409).body("code", equalTo("DISK_BEING_COPIED"));
        storage.host().doesSnapshot(UUID.fromString(show(copy).path("sourceSnapshotId")));
        DiskEncryption.Keys keys = storage.host().keysOf(told(copy));
        assertThat(keys.former()).containsExactly(first);
        assertThat(keys.current()).isNotEqualTo(first);
        storage.host().does(copy);
        Storage.isIn(owner, copy, "AVAILABLE");
        assertThat(storage.host().keysOf(told(copy)).former()).isEmpty();
    }

    @Test
    void noImageIsMadeOfAnEncryptedDisk() {
        Taken taken = Taken.made(storage, owner, available(1));
        String image = Fresh.imageOf(owner);
        owner.post(
                        image + "/versions",
                        Map.of("versionNumber", "1.0.0", "diskFormat", "RAW", "sourceSnapshotId", taken.id()))
                .then()
                .statusCode(409)
                .body("code", equalTo("SNAPSHOT_ENCRYPTED"));
    }

    @Test
    void aBackupIsOfTheEncryptedBytesAndADiskOfItIsOpenedByTheKeyOfThatTime() {
        UUID disk = available(1);
        String first = storage.host().keysOf(told(disk)).current();
        Taken taken = Taken.made(storage, owner, disk);
        UUID backup = owner.made("/v1/snapshots/" + taken.id() + "/backups", Map.of("name", "before"));
        Exported.leaveEncrypted(storage.host().export(backup).getLast().objectId(), 1);
        storage.host().doesExport(backup);
        Eventually.found("the backup", () -> owner.get("/v1/backups/" + backup).path("status"), "AVAILABLE"::equals);
        owner.get("/v1/backups/" + backup).then().body("encrypted", equalTo(true));
        owner.get("/v1/backups/" + backup + "/content")
                .then()
                .statusCode(409)
                .body("code", equalTo("BACKUP_ENCRYPTED"));
        storage.host().doesExport(backup);
        taken.delete();
        storage.host().doesSnapshot(taken.id());
        UUID restored = owner.made("/v1/disks", of("sourceBackupId", backup, 2));
        DesiredDisk told = told(restored);
        assertThat(Objects.requireNonNull(told.source()).holdsEncrypted()).isTrue();
        assertThat(storage.host().keysOf(told).former()).containsExactly(first);
        show(restored).then().body("encrypted", equalTo(true));
    }

    @Test
    void aDiskThatIsMovedIsOpenedByItsKeyInTheOtherPool() {
        UUID disk = available(1);
        Storage fast = storage.beside(DiskType.NVME, 100);
        owner.post("/v1/disks/" + disk + "/move", Map.of("diskType", "NVME"))
                .then()
                .statusCode(200);
        Exported.leaveEncrypted(storage.host().exportOf(disk).getLast().objectId(), 1);
        storage.host().done(storage.host().exportOf(disk).getLast());
        DesiredDisk copy = fast.host().desiredCopy(disk).getLast();
        assertThat(Objects.requireNonNull(copy.source()).holdsEncrypted()).isTrue();
        assertThat(fast.host().keysOf(copy)).isEqualTo(storage.host().keysOf(told(disk)));
        fast.host().saw(disk, copy.generation(), ThingState.RUNNING);
        fast.host().done(copy);
        Storage.isIn(owner, disk, "AVAILABLE");
        show(disk).then().body("storagePoolId", equalTo(fast.pool().toString()));
        assertThat(fast.host().keysOf(fast.host().desired(disk).getLast()).former())
                .isEmpty();
    }

    @Test
    void aHostThatHasAnotherKeyIsToldAnewAndOneThatHasNoneIsNotTold() {
        UUID disk = available(10);
        DesiredDisk before = told(disk);
        Host renewed = storage.host().renewed(2);
        DesiredDisk after = Eventually.found(
                "what the host was told",
                () -> renewed.desired(disk).getLast(),
                told -> told.generation() > before.generation());
        assertThat(renewed.keysOf(after)).isEqualTo(storage.host().keysOf(before));
        renewed.done(after);
        Storage.isIn(owner, disk, "AVAILABLE");

        Host old = Host.ofAnOldAgent();
        UUID pool = Person.ADMIN.made("/v1/storage-pools", Storage.pool(old, 100));
        UUID waiting = owner.made("/v1/disks", new Storage(old, pool).encrypted(10));
        Storage.isIn(owner, waiting, "ERROR");
        show(waiting).then().body("statusReason", containsString("too old"));
        old.hasKeys();
        assertThat(old.keysOf(old.desired(waiting).getLast()).current()).isNotEmpty();
        old.does(waiting);
        Storage.isIn(owner, waiting, "AVAILABLE");
    }

    /** Whoever has taken over compute, or can write to its topic, would name a key of their own and read all keys of disks. */
    @Test
    void aKeyIsUsedThatTheHostsOwnAgentHasSignedAndNoOther() {
        Host host = storage.host();
        UUID disk = available(10);
        HostKeys thief = HostKeys.fresh();
        host.isToldWith(2, thief.encryptionKey(), null);
        host.isToldWith(3, thief.encryptionKey(), thief.encryptionKeySignature());
        host.isToldWith(4, thief.encryptionKey(), host.keys().encryptionKeySignature());
        host.isToldWith(5, thief);
        owner.post(rotation(disk), Map.of()).then().statusCode(200);
        assertThat(host.keysOf(told(disk)).former()).hasSize(1);
        host.isToldWith(6, host.keys());
        host.does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        Host renewed = host.renewed(7);
        DesiredDisk before = told(disk);
        DesiredDisk after = Eventually.found(
                "what the host was told",
                () -> renewed.desired(disk).getLast(),
                told -> told.encryption() != null && opens(renewed, told));
        assertThat(after.generation()).isGreaterThanOrEqualTo(before.generation());
    }

    private static boolean opens(Host host, DesiredDisk told) {
        try {
            return !host.keysOf(told).current().isEmpty();
        } catch (HostSeal.CannotOpenException byAnother) {
            return false;
        }
    }

    @Test
    void theKeysOfWhatIsGoneAreGone() {
        UUID disk = available(10);
        owner.delete("/v1/disks/" + disk + "?now=true").then().statusCode(200);
        assertThat(told(disk).encryption()).isNull();
        storage.host().does(disk);
        Eventually.rows(1, "select count(*) from disk where id = ? and deleted_at is not null", disk);
        assertThat(SQL.number("select count(*) from disk where id = ? and keys_sealed is not null", disk))
                .isZero();
    }

    private UUID available(int sizeGb) {
        UUID disk = owner.made("/v1/disks", encrypted(sizeGb));
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        storage.host().does(disk);
        return disk;
    }

    private void rotated(UUID disk) {
        owner.post(rotation(disk), Map.of()).then().statusCode(200);
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
    }

    private Map<String, Object> encrypted(int sizeGb) {
        return storage.encrypted(sizeGb);
    }

    private Map<String, Object> of(String source, UUID id, int sizeGb) {
        Map<String, Object> body = new HashMap<>(storage.disk(sizeGb));
        body.put(source, id);
        return body;
    }

    private static String rotation(UUID disk) {
        return "/v1/disks/" + disk + "/rotate-key";
    }

    private DesiredDisk told(UUID disk) {
        return storage.host().desired(disk).getLast();
    }

    private Response show(UUID disk) {
        return owner.get("/v1/disks/" + disk);
    }

    /** Neither a row nor a message has it. */
    private static void isNowhere(String key) {
        assertThat(SQL.number("select count(*) from outbox_event where payload like '%' || ? || '%'", key))
                .isZero();
        assertThat(SQL.number("select count(*) from disk where disk::text like '%' || ? || '%'", key))
                .isZero();
    }
}
