package io.skyholm.storage.object;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Storage;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Whoever needs an object store that hangs is told so; nobody else notices. */
@QuarkusTest
class HangingStoreApiTest {

    /** More than it has threads and places to wait. */
    private static final int MANY = 400;

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    ObjectStorageWorker worker;

    @Inject
    Vertx vertx;

    @Test
    void aStoreThatHangsStopsNobodyElse() {
        Person owner = Person.fresh();
        Storage storage = Storage.of(10);
        String content = Fresh.availableOf(owner, Fresh.imageOf(owner)) + "/content";
        CountDownLatch answers = new CountDownLatch(1);
        try {
            hang(answers);
            Eventually.until(SOON, () -> owner.get(content).statusCode() == 503);
            owner.get(content)
                    .then()
                    .header("Retry-After", notNullValue())
                    .body("detail", containsString("does not keep up, or hangs"));
            UUID disk = storage.available(owner, 1);
            owner.get("/v1/images").then().statusCode(200);
            owner.delete("/v1/disks/" + disk + "?now=true").then().statusCode(200);
            storage.host().does(disk);
            Storage.isIn(owner, disk, "DELETED");
        } finally {
            answers.countDown();
        }
        Eventually.until(SOON, () -> owner.get(content).statusCode() == 200);
        owner.get(content).then().header("Content-Length", equalTo("1024"));
    }

    private void hang(CountDownLatch answers) {
        for (int one = 0; one < MANY; one++) {
            vertx.getOrCreateContext()
                    .runOnContext(ignored ->
                            worker.run(store -> await(answers)).subscribe().with(done -> {}, refused -> {}));
        }
    }

    private static void await(CountDownLatch answers) throws IOException {
        try {
            answers.await();
        } catch (InterruptedException stopped) {
            throw new InterruptedIOException(stopped.getMessage());
        }
    }
}
