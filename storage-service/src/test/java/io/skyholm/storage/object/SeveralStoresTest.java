package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.blocking.BlockingWork;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.storage.StorageSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation whose bytes were in another store before: each object is looked for where it was received. */
class SeveralStoresTest {

    private final Map<UUID, String> places = new ConcurrentHashMap<>();
    private final Path folder;
    private Vertx vertx;
    private ObjectStorageWorker worker;

    SeveralStoresTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        worker = worker("new", "older");
    }

    @AfterEach
    void stop() {
        worker.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void eachObjectIsWrittenReadAndRemovedWhereItWasReceived() {
        UUID older = in("older");
        UUID fresh = in("new");
        keep(older, (byte) 1);
        keep(fresh, (byte) 2);
        assertThat(folder.resolve("older/sealed").resolve(older.toString())).exists();
        assertThat(folder.resolve("new/sealed").resolve(fresh.toString())).exists();
        assertThat(first(older)).isEqualTo((byte) 1);
        assertThat(first(fresh)).isEqualTo((byte) 2);
        done(() -> worker.run(older, store -> store.remove(older)));
        assertThat(folder.resolve("older/sealed").resolve(older.toString())).doesNotExist();
        assertThat(first(fresh)).isEqualTo((byte) 2);
    }

    @Test
    void allAreListedByIdAndWhatBelongsToNobodyIsRemovedWhereverItIs() {
        List<UUID> all = List.of(in("new"), in("older"), in("older"), in("new"));
        all.forEach(id -> keep(id, (byte) 3));
        List<UUID> sorted =
                all.stream().map(UUID::toString).sorted().map(UUID::fromString).toList();
        assertThat(round(10)).isEqualTo(sorted);
        assertThat(round(1)).isEqualTo(sorted);
        assertThat(ids(listed(sorted.get(3), 10))).isEmpty();
        done(() -> worker.removeEverywhere(sorted.subList(1, 4)));
        assertThat(round(10)).containsExactly(sorted.getFirst());
    }

    /** All there is, in portions. */
    private List<UUID> round(int most) {
        List<UUID> all = new ArrayList<>();
        StoredPage page = listed(null, most);
        while (page.hasMore()) {
            all.addAll(ids(page));
            page = listed(page.last(), most);
        }
        all.addAll(ids(page));
        return all;
    }

    @Test
    void aStoreThatIsNotConfiguredIsNamedAndNoOtherIsAskedInItsPlace() {
        UUID elsewhere = in("tape");
        assertThatThrownBy(() -> first(elsewhere))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("The object store tape, which has these bytes, is not configured");
    }

    @Test
    void theFolderOfTheHostsIsAStoreOnlyWhereItIsOne() {
        assertThat(worker.isReachedByHosts()).isFalse();
        assertThat(worker.idsAtHosts()).containsExactly("new");
        ObjectStorageWorker before = worker("older", "older");
        assertThat(before.idsAtHosts()).containsExactly("main", "older");
        assertThat(before.isReachedByHosts()).isFalse();
        before.close();
    }

    /** Somebody may have given the new store the name of the folder, or have left that out: then there is no other copy. */
    @Test
    void whatHostsWereLeftGoesOnlyWhereItsOwnStoreHasIt() {
        UUID copied = in("older");
        UUID alone = in("new");
        UUID foreign = in("new");
        UUID nobodys = in("new");
        keep(copied, (byte) 1);
        places.put(copied, "new");
        List.of(copied, alone, foreign, nobodys).forEach(id -> keep(id, (byte) 2));
        Map<UUID, Optional<String>> owners = Map.of(
                copied, Optional.of("older"),
                alone, Optional.of("older"),
                foreign, Optional.of("tape"),
                nobodys, Optional.empty());
        assertThat(done(() -> worker.removeFromHosts(owners))).containsExactlyInAnyOrder(alone, foreign);
        assertThat(round(10)).containsExactlyInAnyOrder(copied, alone, foreign);
        assertThat(first(alone)).isEqualTo((byte) 2);
        places.put(copied, "older");
        assertThat(first(copied)).isEqualTo((byte) 1);
    }

    /** As the page for operators says it. */
    @Test
    void theStoreOfBeforeIsNamedInTheEnvironment() {
        Map<String, String> environment = Map.of(
                "SKYHOLM_STORAGE_STORE", "bucket",
                "SKYHOLM_STORAGE_FORMER_STORES__DEFAULT__FOLDER", "objects");
        StorageSettings settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(StorageSettings.class)
                .withSources(new EnvConfigSource(environment, 300))
                .withDefaultValue("skyholm.storage.folder", "objects")
                .withDefaultValue("skyholm.storage.largest-image", "1G")
                .withDefaultValue("skyholm.storage.most-parts", "3")
                .withDefaultValue("skyholm.storage.most-attempts", "5")
                .build()
                .getConfigMapping(StorageSettings.class);
        assertThat(settings.store()).isEqualTo("bucket");
        assertThat(settings.formerStores()).hasEntrySatisfying("default", former -> assertThat(former.folder())
                .contains(Path.of("objects")));
    }

    /** One whose new bytes go to a folder that hosts have, too, and whose older ones are in another, or in the same. */
    private ObjectStorageWorker worker(String ofHosts, String former) {
        StorageSettings settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(StorageSettings.class)
                .withDefaultValue(
                        "skyholm.storage.folder", folder.resolve(ofHosts).toString())
                .withDefaultValue("skyholm.storage.store", ofHosts.equals(former) ? "main" : ofHosts)
                .withDefaultValue(
                        "skyholm.storage.former-stores.older.folder",
                        folder.resolve(former).toString())
                .withDefaultValue("skyholm.storage.largest-image", "1G")
                .build()
                .getConfigMapping(StorageSettings.class);
        return new ObjectStorageWorker(
                settings, new BlockingWork(), id -> Uni.createFrom().item(Optional.ofNullable(places.get(id))));
    }

    private UUID in(String store) {
        UUID id = UUID.randomUUID();
        places.put(id, store);
        return id;
    }

    private void keep(UUID id, byte content) {
        done(() -> worker.run(id, store -> {
            try (PartWriter part = store.begin(id, "a")) {
                part.write(ByteBuffer.wrap(new byte[] {content}));
                part.sync();
            }
            store.seal(id, List.of(new StoredPart("a", 1)));
        }));
    }

    private byte first(UUID id) {
        return done(() -> worker.work(id, store -> {
            try (ObjectReader reader = store.read(id, 0, 1)) {
                return reader.next(1)[0];
            }
        }));
    }

    private StoredPage listed(@Nullable UUID after, int most) {
        return done(() -> worker.list(after, most));
    }

    private static List<UUID> ids(StoredPage page) {
        return page.objects().stream().map(StoredObject::id).toList();
    }

    /** As a reconciler does it: on an event loop, to which it comes back. */
    private <T> T done(Supplier<Uni<T>> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(ignored -> Uni.createFrom()
                .<T>deferred(() -> work.get())
                .subscribe()
                .with(done::complete, done::completeExceptionally));
        try {
            return done.orTimeout(60, TimeUnit.SECONDS).join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof Problem problem ? problem : failure;
        }
    }
}
