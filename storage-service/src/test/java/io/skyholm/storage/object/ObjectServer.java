package io.skyholm.storage.object;

import io.skyholm.storage.StorageSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** A server of S3 beside the tests, with a bucket. */
interface ObjectServer extends AutoCloseable {

    /** What storage is told of it, as properties or as environment variables. */
    Map<String, String> settings();

    @Override
    void close();

    /** How storage reaches its bucket. */
    default S3Bucket bucket() {
        return bucket(settings());
    }

    /** How storage reaches a bucket of which it is told this. */
    static S3Bucket bucket(Map<String, String> settings) {
        StorageSettings.S3 told = told(settings).s3();
        return S3Bucket.of(told, told.bucket().orElseThrow());
    }

    /** What the service makes of it, with small limits, and a folder for what needs one. */
    static StorageSettings told(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "skyholm.storage.folder",
                "target/unused",
                "skyholm.storage.largest-image",
                "1G",
                "skyholm.storage.most-parts",
                "3",
                "skyholm.storage.most-attempts",
                "5"));
        all.putAll(settings);
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(StorageSettings.class)
                .withSources(new PropertiesConfigSource(all, "told", 100), new EnvConfigSource(all, 200))
                .build()
                .getConfigMapping(StorageSettings.class);
    }
}
