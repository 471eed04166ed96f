package io.skyholm.storage.object;

import io.skyholm.runtime.blocking.BlockingWork;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The object store of an installation that has a bucket, and the folder that its hosts have. */
public final class BucketBesideFolder implements AutoCloseable {

    private final ObjectServer server;
    private final ObjectStorageWorker worker;

    private BucketBesideFolder(ObjectServer server, ObjectStorageWorker worker) {
        this.server = server;
        this.worker = worker;
    }

    /** Starts a server of S3 that keeps its bucket beside that folder. */
    public static BucketBesideFolder start(Path folder) throws IOException {
        return start(folder, Duration.ofSeconds(30));
    }

    /** The same with one that may be silent for so long. */
    public static BucketBesideFolder start(Path folder, Duration answerTimeout) throws IOException {
        return at(S3Server.start(folder), folder, answerTimeout);
    }

    /** The bucket of a server, beside a folder of the hosts. */
    static BucketBesideFolder at(ObjectServer server, Path folder, Duration answerTimeout) {
        Map<String, String> told = new HashMap<>(server.settings());
        told.put("skyholm.storage.folder", hosts(folder).toString());
        told.put("skyholm.storage.s3.answer-timeout", answerTimeout.toString());
        return new BucketBesideFolder(
                server, new ObjectStorageWorker(ObjectServer.told(told), new BlockingWork(), object -> Uni.createFrom()
                        .item(Optional.empty())));
    }

    /** Where the hosts leave and read objects. */
    public static Path hosts(Path folder) {
        return folder.resolve("hosts");
    }

    public ObjectStorageWorker worker() {
        return worker;
    }

    /** The server is away from now on. */
    @Override
    public void close() {
        server.close();
    }
}
