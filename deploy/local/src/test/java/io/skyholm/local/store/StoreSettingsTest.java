package io.skyholm.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreSettingsTest {
    private static final Path OBJECTS = Path.of("/data/objects");

    @Test
    void withoutMoreTheFolderOfTheHostsIsTheStore() {
        assertThat(new StoreSettings(Map.of("SKYHOLM_STORAGE_FOLDER", "/data/objects")).stores())
                .containsExactly(new ObjectFolder("default", true, OBJECTS));
    }

    @Test
    void theBucketOfNowAndTheFolderOfBeforeAreTwo() {
        assertThat(new StoreSettings(Map.of(
                                "SKYHOLM_STORAGE_FOLDER", "/data/objects",
                                "SKYHOLM_STORAGE_STORE", "ceph",
                                "SKYHOLM_STORAGE_S3_BUCKET", "images",
                                "SKYHOLM_STORAGE_S3_ENDPOINT", "http://127.0.0.1:7480/",
                                "SKYHOLM_STORAGE_S3_ACCESS_KEY", "storage",
                                "SKYHOLM_STORAGE_S3_SECRET_KEY", "secret",
                                "SKYHOLM_STORAGE_FORMER_STORES__DEFAULT__FOLDER", "/data/objects"))
                        .stores())
                .containsExactly(
                        new ObjectBucket(
                                "ceph",
                                new BucketAccess(
                                        URI.create("http://127.0.0.1:7480/images"), "us-east-1", "storage", "secret")),
                        new ObjectFolder("default", true, OBJECTS));
    }

    @Test
    void theFolderOfTheHostsIsLookedAtThoughNoStoreIsThere() {
        assertThat(new StoreSettings(Map.of(
                                "SKYHOLM_STORAGE_FOLDER", "/data/objects",
                                "SKYHOLM_STORAGE_S3_BUCKET", "images",
                                "SKYHOLM_STORAGE_S3_PATH_STYLE", "false",
                                "SKYHOLM_STORAGE_S3_REGION", "eu-north-1",
                                "SKYHOLM_STORAGE_FORMER_STORES__OLD__FOLDER", "/older"))
                        .stores())
                .containsExactly(
                        new ObjectBucket(
                                "default",
                                new BucketAccess(
                                        URI.create("https://images.s3.eu-north-1.amazonaws.com"),
                                        "eu-north-1",
                                        "",
                                        "")),
                        new ObjectFolder("old", false, Path.of("/older")),
                        new ObjectFolder("of the hosts", true, OBJECTS));
    }
}
