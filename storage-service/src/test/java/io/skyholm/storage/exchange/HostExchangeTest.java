package io.skyholm.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.storage.object.BucketBesideFolder;
import io.skyholm.storage.object.ObjectReader;
import io.skyholm.storage.object.StoredPart;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How bytes pass between a host, which has a folder, and a bucket on a server of S3. */
class HostExchangeTest {

    private static final int SIZE = (9 << 20) + 3;

    private final UUID object = UUID.randomUUID();
    private final byte[] bytes = new byte[SIZE];
    private final Path folder;
    private Vertx vertx;
    private BucketBesideFolder store;
    private HostExchange exchange;

    HostExchangeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void start() throws IOException {
        new Random(7).nextBytes(bytes);
        vertx = Vertx.vertx();
        store = BucketBesideFolder.start(folder);
        exchange = new HostExchange(store.worker(), new Transfers());
    }

    @AfterEach
    void stop() {
        store.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatAHostHasLeftIsTakenToTheBucketClearedFromTheFolderAndLaidThereAgainForAnother() throws IOException {
        leave();
        assertThat(exchange.isDirect()).isFalse();
        untilDone(this::take);
        assertThat(read()).isEqualTo(bytes);
        done(() -> exchange.clear(object));
        assertThat(laid()).doesNotExist();
        assertThat(done(this::take)).isTrue();
        untilDone(this::offer);
        assertThat(laid()).isNotEmptyDirectory();
        done(() -> store.worker().run(bucket -> bucket.remove(object)));
        assertThat(done(this::offer))
                .as("what lies there needs the bucket no more")
                .isTrue();
    }

    @Test
    void aBucketThatIsAwayIsSaidAndNothingOfTheHostsIsLost() throws IOException {
        leave();
        store.close();
        assertThatThrownBy(() -> done(this::take)).isInstanceOf(Problem.class).hasMessageContaining("away");
        assertThatThrownBy(() -> done(this::offer)).isInstanceOf(Problem.class).hasMessageContaining("away");
        assertThat(receiving().resolve("export")).hasBinaryContent(bytes);
    }

    @Test
    void whatNoHostHasLeftIsNotTaken() {
        assertThatThrownBy(() -> done(this::take)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> done(this::offer)).isInstanceOf(Problem.class);
    }

    private void leave() throws IOException {
        Files.createDirectories(receiving());
        Files.write(receiving().resolve("export"), bytes);
    }

    private Uni<Boolean> take() {
        return exchange.take(object, null, new StoredPart("export", SIZE));
    }

    private Uni<Boolean> offer() {
        return exchange.offer(object, null, SIZE);
    }

    private void untilDone(Supplier<Uni<Boolean>> step) {
        Eventually.until(Duration.ofSeconds(60), () -> done(step));
    }

    private byte[] read() {
        return done(() -> store.worker().work(bucket -> {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            try (ObjectReader reader = bucket.read(object, 0, SIZE)) {
                for (byte[] next = reader.next(1 << 20); next.length > 0; next = reader.next(1 << 20)) {
                    all.write(next);
                }
            }
            return all.toByteArray();
        }));
    }

    private Path receiving() {
        return BucketBesideFolder.hosts(folder).resolve("receiving").resolve(object.toString());
    }

    private Path laid() {
        return BucketBesideFolder.hosts(folder).resolve("sealed").resolve(object.toString());
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
