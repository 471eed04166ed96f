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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The object stores of this installation, used from the event loop. */
@Startup
@ApplicationScoped
public class ObjectStorageWorker {

    private static final Logger LOG = Logger.getLogger(ObjectStorageWorker.class);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int THREADS = 32;
    private static final int WAITING = 256;

    /** Longer than all that is read for a while at a time needs to take turns. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ObjectStores stores;
    private final ObjectPlaces places;
    private final BlockingWork blocking;

    /** A store that hangs keeps these, and nobody else's. */
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, IDLE.toSeconds(), SECONDS, new LinkedBlockingQueue<>(WAITING), StoreThread::new);

    ObjectStorageWorker(StorageSettings settings, BlockingWork blocking, ObjectPlaces places) {
        this.stores = ObjectStores.of(settings);
        this.blocking = blocking;
        this.places = places;
        this.threads.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** Whether all bytes are in the folder that hosts have, too. */
    public boolean isReachedByHosts() {
        return stores.isOne() && stores.first() == stores.hosts();
    }

    /** The ids of the stores that are the folder of the hosts: what they have lies there to stay. */
    public String[] idsAtHosts() {
        return stores.idsAtHosts();
    }

    /** Work that takes a worker, with the store that takes new bytes. */
    public <T> Uni<T> work(Use<T> use) {
        return blocked(() -> use.of(stores.first()));
    }

    /** Work with the store that has the object, or is to have it, on a worker. */
    public <T> Uni<T> work(UUID object, Use<T> use) {
        return between(object, (there, atHosts) -> use.of(there));
    }

    /** The same with the store and with where hosts leave and read objects. */
    public <T> Uni<T> between(UUID object, Exchange<T> exchange) {
        return storeOf(object).chain(store -> blocked(() -> exchange.of(store, stores.hosts())));
    }

    /** Work with where hosts leave and read objects. */
    public <T> Uni<T> atHosts(Use<T> use) {
        return blocked(() -> use.of(stores.hosts()));
    }

    /** Removes objects from where hosts leave and read them, each with the store that is to have it, if any; gives those that only lie there, and stay. */
    public Uni<List<UUID>> removeFromHosts(Map<UUID, Optional<String>> objects) {
        return blocked(() -> {
            List<UUID> kept = new ArrayList<>();
            for (Map.Entry<UUID, Optional<String>> object : objects.entrySet()) {
                if (!stores.removeFromHosts(object.getKey(), object.getValue().orElse(null))) {
                    kept.add(object.getKey());
                }
            }
            return kept;
        });
    }

    /** What the stores have next behind that id, by id; at most so many. */
    public Uni<StoredPage> list(@Nullable UUID after, int most) {
        return blocked(() -> stores.list(after, most));
    }

    /** Removes objects that belong to nobody, wherever they are. */
    public Uni<Void> removeEverywhere(Collection<UUID> objects) {
        return blocked(() -> {
                    for (ObjectStorage store : stores.all().values()) {
                        for (UUID object : objects) {
                            store.remove(object);
                        }
                    }
                    return true;
                })
                .replaceWithVoid();
    }

    /** It is asked for each time: a name that is configured no more is said, and never taken for that of another store. */
    private Uni<ObjectStorage> storeOf(UUID object) {
        return places.of(object).map(found -> found.map(this::required).orElseGet(stores::first));
    }

    private ObjectStorage required(String id) {
        return stores.find(id)
                .orElseThrow(() -> Problem.unavailable(
                        "The object store %s, which has these bytes, is not configured; ask the operator".formatted(id),
                        RETRY));
    }

    private <T> Uni<T> blocked(Blocking<T> work) {
        return blocking.work(threads, PATIENCE, () -> {
                    try {
                        return work.done();
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
        return work(done(errand)).replaceWithVoid();
    }

    /** The same with the store that has the object. */
    public Uni<Void> run(UUID object, Errand errand) {
        return work(object, done(errand)).replaceWithVoid();
    }

    private static Use<Boolean> done(Errand errand) {
        return it -> {
            errand.with(it);
            return true;
        };
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

    /** What blocks. */
    @FunctionalInterface
    private interface Blocking<T> {
        T done() throws IOException;
    }
}
