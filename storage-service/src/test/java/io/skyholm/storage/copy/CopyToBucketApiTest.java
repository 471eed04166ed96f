package io.skyholm.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.host.DesiredExport;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Storage;
import io.skyholm.storage.backup.Exported;
import io.skyholm.storage.object.BucketBesideFolder;
import io.skyholm.storage.object.ObjectStorageWorker;
import io.skyholm.storage.snapshot.Taken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a disk holds becomes a version also where the object store is a bucket, which hosts do not reach. */
@QuarkusTest
class CopyToBucketApiTest {

    /** Several segments of the bucket, the last of them not full. */
    private static final int SIZE_MIB = 9;

    private final Sql sql = Sql.asSuperuser("storage");
    private final Person owner = Person.fresh();

    @Test
    void theBytesComeFromTheFolderOfTheHostsToTheBucketBeforeTheHostForgetsThem(@TempDir Path folder)
            throws IOException {
        try (BucketBesideFolder store = BucketBesideFolder.start(folder)) {
            QuarkusMock.installMockForType(store.worker(), ObjectStorageWorker.class);
            Storage storage = Storage.of(10);
            String version = begun(storage);
            UUID id = Fresh.id(version);
            DesiredExport told = storage.host().copy(id).getLast();
            isSmall(id, told.objectId());
            String sum = Exported.leaveMib(BucketBesideFolder.hosts(folder), told.objectId(), SIZE_MIB);
            storage.host().doesCopy(id);
            Eventually.found(
                    "what the host was told",
                    () -> storage.host().copy(id).getLast().present(),
                    is -> !is);
            assertThat(folder.resolve("buckets"))
                    .isDirectoryRecursivelyContaining(it -> it.endsWith("sealed/" + told.objectId()));
            assertThat(left(folder, told)).doesNotExist();
            storage.host().doesCopy(id);
            Fresh.available(owner, version);
            owner.get(version).then().body("checksumSha256", equalTo(sum)).body("sizeBytes", equalTo(SIZE_MIB << 20));
            owner.delete(version + "?now=true").then().statusCode(200);
            Eventually.rows(0, "select count(*) from stored_object where id = ?", told.objectId());
            assertThat(sql.number("select count(*) from version_copy where id = ? and deleted_at is null", id))
                    .isZero();
        }
    }

    private String begun(Storage storage) {
        UUID snapshot = Taken.made(storage, owner, storage.available(owner, 1)).id();
        String image = Fresh.imageOf(owner);
        Map<String, Object> body = Fresh.version();
        body.put("sourceSnapshotId", snapshot);
        return image + "/versions/" + owner.made(image + "/versions", body);
    }

    /** No disk has less than a GiB, which the server of a test takes minutes to receive and to give back. */
    private void isSmall(UUID version, UUID object) {
        long bytes = (long) SIZE_MIB << 20;
        sql.change("update version_copy set size_bytes = ? where id = ?", bytes, version);
        sql.change("update image_version set size_bytes = ? where id = ?", bytes, version);
        sql.change("update stored_object set size_bytes = ? where id = ?", bytes, object);
    }

    private static Path left(Path folder, DesiredExport told) {
        return BucketBesideFolder.hosts(folder)
                .resolve("receiving")
                .resolve(told.objectId().toString());
    }
}
