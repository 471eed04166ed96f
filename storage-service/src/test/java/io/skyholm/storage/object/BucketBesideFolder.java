package io.skyholm.storage.object;

import io.skyholm.runtime.blocking.BlockingWork;
import io.skyholm.storage.StorageSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The object store of an installation that has a bucket, and the folder that its hosts have. */
public final class BucketBesideFolder implements AutoCloseable {

    private final S3Server server;
    private final ObjectStorageWorker worker;

    private BucketBesideFolder(S3Server server, ObjectStorageWorker worker) {
        this.server = server;
        this.worker = worker;
    }

    /** Starts a server of S3 that keeps its bucket beside that folder. */
    public static BucketBesideFolder start(Path folder) throws IOException {
        return start(folder, Duration.ofSeconds(30));
    }

    /** The same with one that may be silent for so long. */
    public static BucketBesideFolder start(Path folder, Duration answerTimeout) throws IOException {
        S3Server server = S3Server.start(folder);
        StorageSettings settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(StorageSettings.class)
                .withDefaultValue("skyholm.storage.folder", hosts(folder).toString())
                .withDefaultValue("skyholm.storage.largest-image", "1G")
                .withDefaultValue("skyholm.storage.most-parts", "3")
                .withDefaultValue("skyholm.storage.most-attempts", "5")
                .withDefaultValue("skyholm.storage.s3.bucket", S3Server.BUCKET)
                .withDefaultValue("skyholm.storage.s3.endpoint", server.address())
                .withDefaultValue("skyholm.storage.s3.access-key", S3Server.KEY)
                .withDefaultValue("skyholm.storage.s3.secret-key", S3Server.KEY)
                .withDefaultValue("skyholm.storage.s3.answer-timeout", answerTimeout.toString())
                .build()
                .getConfigMapping(StorageSettings.class);
        return new BucketBesideFolder(
                server, new ObjectStorageWorker(settings, new BlockingWork(), object -> Uni.createFrom()
                        .item(Optional.empty())));
    }

    /** Where the hosts leave and read objects. */
    public static Path hosts(Path folder) {
        return folder.resolve("hosts");
    }

    public ObjectStorageWorker worker() {
        return worker;
    }

    /** The server takes lines from now on, and says nothing. */
    void hang() {
        server.hang();
    }

    /** It answers again. */
    void goOn() {
        server.goOn();
    }

    /** The server is away from now on. */
    @Override
    public void close() {
        server.close();
    }
}
