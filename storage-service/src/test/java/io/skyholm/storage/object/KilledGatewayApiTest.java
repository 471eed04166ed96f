package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Storage;
import io.skyholm.storage.Tus;
import io.skyholm.storage.backup.Exported;
import io.skyholm.storage.snapshot.Taken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Ceph's gateway is killed at each step of an image's life, and of what a host leaves there: all of it ends well once the gateway is back. */
@QuarkusTest
@EnabledIfSystemProperty(named = CephGateway.WANTED, matches = "true")
class KilledGatewayApiTest {

    private static final int MIB = 1 << 20;

    /** Several segments of the bucket, the last of them not full. */
    private static final int SIZE_MIB = 9;

    private final CephGateway server = new CephGateway();
    private final Sql sql = Sql.asSuperuser("storage");
    private final Person owner = Person.fresh();
    private Storage storage;
    private Path folder;

    @BeforeEach
    void start(@TempDir Path own) {
        folder = own;
        storage = Storage.of(10);
        QuarkusMock.installMockForType(
                BucketBesideFolder.at(server, folder, Duration.ofSeconds(5)).worker(), ObjectStorageWorker.class);
    }

    @Test
    void anImageIsUploadedVerifiedAndRemoved() {
        byte[] bytes = Fresh.bytes(SIZE_MIB * MIB);
        String version = Fresh.versionOf(owner, Fresh.imageOf(owner));
        String upload = Tus.begun(owner, version, bytes.length);
        int half = bytes.length / 2;
        Tus.send(owner, upload, 0, Arrays.copyOf(bytes, half)).then().statusCode(204);
        server.kill();
        byte[] rest = Arrays.copyOfRange(bytes, half, bytes.length);
        Tus.send(owner, upload, half, rest).then().statusCode(503);
        assertThat(Tus.offset(owner, upload)).isEqualTo(half);
        server.startAgain();
        Eventually.holds(
                "it is sent on", () -> Tus.send(owner, upload, half, rest).statusCode() == 204);
        killed(() -> {});
        Fresh.available(owner, version);
        owner.get(version).then().body("checksumSha256", equalTo(Fresh.hex("SHA-256", bytes)));
        UUID object = object(version);
        killed(() -> owner.delete(version + "?now=true").then().statusCode(200));
        Eventually.rows(0, "select count(*) from stored_object where id = ?", object);
    }

    @Test
    void whatADiskHoldsBecomesAVersionAndADiskAgain() {
        UUID snapshot = Taken.made(storage, owner, storage.available(owner, 1)).id();
        String image = Fresh.imageOf(owner);
        Map<String, Object> copied = Fresh.version();
        copied.put("sourceSnapshotId", snapshot);
        String version = image + "/versions/" + owner.made(image + "/versions", copied);
        UUID id = Fresh.id(version);
        DesiredExport told = storage.host().copy(id).getLast();
        isSmall(id, told.objectId());
        String sum = Exported.leaveMib(BucketBesideFolder.hosts(folder), told.objectId(), SIZE_MIB);
        killed(() -> storage.host().doesCopy(id));
        Eventually.found(
                "what the host was told",
                () -> storage.host().copy(id).getLast().present(),
                present -> !present);
        assertThat(hosts("receiving", told.objectId())).doesNotExist();
        killed(() -> storage.host().doesCopy(id));
        Fresh.available(owner, version);
        owner.get(version).then().body("checksumSha256", equalTo(sum));
        Map<String, Object> body = storage.disk(1);
        body.put("imageId", Fresh.id(image));
        body.put("imageVersionId", id);
        UUID[] disk = new UUID[1];
        killed(() -> disk[0] = owner.made("/v1/disks", body));
        Eventually.holds("it is laid for the host", () -> Files.exists(hosts("sealed", told.objectId())));
        assertThat(storage.host().desired(disk[0]).getLast().source())
                .isEqualTo(new DiskSource(told.objectId(), DiskFormat.RAW, sum));
        storage.host().does(disk[0]);
        Storage.isIn(owner, disk[0], "AVAILABLE");
    }

    /** Has something done while the server is away. */
    private void killed(Runnable work) {
        server.kill();
        work.run();
        server.startAgain();
    }

    /** No disk has less than a GiB, which the server of a test takes minutes to receive and to give back. */
    private void isSmall(UUID version, UUID object) {
        long bytes = (long) SIZE_MIB * MIB;
        sql.change("update version_copy set size_bytes = ? where id = ?", bytes, version);
        sql.change("update image_version set size_bytes = ? where id = ?", bytes, version);
        sql.change("update stored_object set size_bytes = ? where id = ?", bytes, object);
    }

    private Path hosts(String kind, UUID object) {
        return BucketBesideFolder.hosts(folder).resolve(kind).resolve(object.toString());
    }

    private UUID object(String version) {
        return UUID.fromString(
                String.valueOf(sql.value("select object_id::text from image_version where id = ?", Fresh.id(version))));
    }
}
