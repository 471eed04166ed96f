package io.skyholm.storage.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Tus;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was uploaded is downloaded, whole or in part. */
@QuarkusTest
class DownloadsApiTest {

    private static final int SIZE = 1 << 20;

    private final Person owner = Person.fresh();
    private String image;
    private final byte[] bytes = Fresh.bytes(SIZE);
    private String content;

    @BeforeEach
    void begin() {
        image = Fresh.imageOf(owner);
        String version = Fresh.versionOf(owner, image);
        Tus.uploaded(owner, version, bytes);
        Fresh.available(owner, version);
        content = version + "/content";
    }

    @Test
    void wholeIsGivenOutWithItsLengthAndItsTag() {
        Response whole = owner.get(content);
        whole.then()
                .statusCode(200)
                .header("Content-Length", String.valueOf(SIZE))
                .header("Accept-Ranges", "bytes")
                .header("ETag", tag());
        assertThat(whole.asByteArray()).isEqualTo(bytes);
        owner.request().header("If-None-Match", tag()).get(content).then().statusCode(304);
        owner.request().head(content).then().statusCode(405);
    }

    @Test
    void rangeIsGivenOutOfWhatTheCallerHasAPartOf() {
        range("bytes=0-0", 0, 1);
        range("bytes=524280-524299", 524_280, 524_300);
        range("bytes=1000000-", 1_000_000, SIZE);
        range("bytes=-100", SIZE - 100, SIZE);
        range("bytes=1048570-9999999", 1_048_570, SIZE);
        owner.request()
                .header("Range", "bytes=0-9")
                .header("If-Range", tag())
                .get(content)
                .then()
                .statusCode(206);
        owner.request()
                .header("Range", "bytes=0-9")
                .header("If-Range", "\"other\"")
                .get(content)
                .then()
                .statusCode(200);
        owner.request().header("Range", "lines=1-2").get(content).then().statusCode(200);
        for (String none : new String[] {"bytes=1048576-", "bytes=9-8", "bytes=-0"}) {
            owner.request()
                    .header("Range", none)
                    .get(content)
                    .then()
                    .statusCode(416)
                    .body("code", equalTo("RANGE_NOT_SATISFIABLE"));
        }
    }

    @Test
    void archivedImageIsNotGivenOut() {
        owner.patch(image, Map.of("status", "ARCHIVED")).then().statusCode(200);
        owner.get(content).then().statusCode(409).body("code", equalTo("IMAGE_ARCHIVED"));
        owner.patch(image, Map.of("status", "DEPRECATED")).then().statusCode(200);
        owner.get(content).then().statusCode(200);
    }

    private void range(String header, int from, int to) {
        Response part = owner.request().header("Range", header).get(content);
        part.then().statusCode(206).header("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, SIZE));
        assertThat(part.asByteArray()).as(header).isEqualTo(Arrays.copyOfRange(bytes, from, to));
    }

    private String tag() {
        return "\"sha256-" + Fresh.hex("SHA-256", bytes) + "\"";
    }
}
