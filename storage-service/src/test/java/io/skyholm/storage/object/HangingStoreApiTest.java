package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Storage;
import io.skyholm.storage.Tus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of S3 that takes lines and says nothing: whoever needs it is told so in time, nobody else notices, and work goes on when it is back. */
@QuarkusTest
class HangingStoreApiTest {

    /** How long the server may be silent; a machine that is busy with tests needs some of it. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** A call ends after twice that, with what waits before it gets a thread. */
    private static final long BOUND_SECONDS = 60;

    /** More than there are threads for the store. */
    private static final int MANY = 40;

    private final Person owner = Person.fresh();
    private S3Server server;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        server = S3Server.start(folder);
        QuarkusMock.installMockForType(
                BucketBesideFolder.at(server, folder, SILENCE).worker(), ObjectStorageWorker.class);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoNeedsItIsToldSoNobodyElseNoticesAndWorkGoesOnWhenItIsBack() {
        String image = Fresh.imageOf(owner);
        String kept = Fresh.availableOf(owner, image);
        String deleted = Fresh.availableOf(owner, image);
        byte[] bytes = Fresh.bytes(1024);
        String sent = Fresh.versionOf(owner, image);
        String upload = Tus.begun(owner, sent, bytes.length);
        UUID object = object(deleted);
        owner.get(kept + "/content").then().statusCode(200);
        server.hang();
        isAway(owner.get(kept + "/content"));
        isAway(Tus.send(owner, upload, 0, bytes));
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Response>> waiting = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> owner.get(kept + "/content"), callers))
                    .limit(MANY)
                    .toList();
            Storage storage = Storage.of(10);
            UUID disk = storage.available(owner, 1);
            owner.get("/v1/disks/" + disk).then().statusCode(200);
            owner.get("/v1/disks").then().statusCode(200);
            owner.delete(deleted + "?now=true").then().statusCode(200);
            waiting.forEach(
                    one -> isAway(one.orTimeout(BOUND_SECONDS, TimeUnit.SECONDS).join()));
        }
        assertThat(Sql.asSuperuser("storage").number("select count(*) from stored_object where id = ?", object))
                .isEqualTo(1);
        server.goOn();
        owner.get(kept + "/content").then().statusCode(200).header("Content-Length", equalTo("1024"));
        Eventually.rows(0, "select count(*) from stored_object where id = ?", object);
        Eventually.holds(
                "the upload goes on", () -> Tus.send(owner, upload, 0, bytes).statusCode() == 204);
        Fresh.available(owner, sent);
    }

    private static void isAway(Response answer) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("detail", containsString("The object store"));
    }

    private static UUID object(String version) {
        return UUID.fromString(String.valueOf(Sql.asSuperuser("storage")
                .value("select object_id::text from image_version where id = ?", Fresh.id(version))));
    }
}
