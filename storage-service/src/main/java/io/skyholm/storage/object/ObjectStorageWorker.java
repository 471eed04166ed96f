package io.skyholm.storage.object;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.blocking.BlockingWork;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.storage.StorageSettings;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.jboss.logging.Logger;

/** The object store of this installation, used from the event loop. */
@Startup
@ApplicationScoped
public class ObjectStorageWorker {

    private static final Logger LOG = Logger.getLogger(ObjectStorageWorker.class);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int THREADS = 32;
    private static final int WAITING = 256;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ObjectStorage store;

    /** Where hosts leave and read objects. */
    private final ObjectStorage hosts;

    private final BlockingWork blocking;

    /** A store that hangs keeps these, and nobody else's. */
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, IDLE.toSeconds(), SECONDS, new LinkedBlockingQueue<>(WAITING), StoreThread::new);

    ObjectStorageWorker(StorageSettings settings, BlockingWork blocking) {
        this.hosts = new FolderStorage(made(settings.folder()));
        this.store = settings.s3()
                .bucket()
                .<ObjectStorage>map(
                        bucket -> new S3Storage(S3Bucket.of(settings.s3(), bucket), SegmentBuffers.ofService()))
                .orElse(hosts);
        this.blocking = blocking;
        this.threads.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** Hosts write to it, too, be it before anything was uploaded, and take one that is not there for one that is not mounted. */
    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("There can be no objects in " + folder, failure);
        }
    }

    /** Whether the store is the folder that hosts have, too. */
    public boolean isReachedByHosts() {
        return store == hosts;
    }

    /** Work with the store, on a worker. */
    public <T> Uni<T> work(Use<T> use) {
        return between((there, atHosts) -> use.of(there));
    }

    /** The same with the store and with where hosts leave and read objects. */
    public <T> Uni<T> between(Exchange<T> exchange) {
        return blocking.work(threads, () -> {
                    try {
                        return exchange.of(store, hosts);
                    } catch (IOException failure) {
                        throw problem(failure);
                    }
                })
                .onFailure(RejectedExecutionException.class)
                .transform(tooMany ->
                        Problem.unavailable("The object store does not keep up, or hangs; try again", RETRY));
    }

    /** The same without a result. */
    public Uni<Void> run(Errand errand) {
        return work(it -> {
                    errand.with(it);
                    return true;
                })
                .replaceWithVoid();
    }

    /** What a caller is told of it; what broke stands in the log. */
    static Problem problem(IOException failure) {
        LOG.warnf("The object store: %s", failure);
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = said.contains("no space left") || said.contains("quota exceeded");
        return Problem.unavailable(
                full ? "The object store is full; ask the operator" : "The object store is away; try again", RETRY);
    }

    /** Ends with the service, whatever it waits for. */
    private static final class StoreThread extends Thread {

        StoreThread(Runnable work) {
            super(work, "object-store");
            setDaemon(true);
        }
    }

    /** What is done with the store. */
    @FunctionalInterface
    public interface Use<T> {
        T of(ObjectStorage store) throws IOException;
    }

    /** What is done with the store and with where hosts leave and read objects. */
    @FunctionalInterface
    public interface Exchange<T> {
        T of(ObjectStorage store, ObjectStorage hosts) throws IOException;
    }

    /** What is done with the store without a result. */
    @FunctionalInterface
    public interface Errand {
        void with(ObjectStorage store) throws IOException;
    }
}
