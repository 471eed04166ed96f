package io.skyholm.storage.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Tus;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a version are fetched from where its creator says they are. */
@QuarkusTest
class ImportsApiTest {

    private static final int SIZE = 6 << 20;

    private final Person owner = Person.fresh();
    private final byte[] bytes = Fresh.bytes(SIZE);

    @Test
    void bytesAreFetchedAndVerifiedAndTheQueryIsNotShown() throws IOException {
        try (SourceServer source = new SourceServer(bytes)) {
            String version = version(source.url("/moved?signature=secret"), Map.of());
            Fresh.available(owner, version);
            owner.get(version)
                    .then()
                    .body("sourceUrl", equalTo(source.url("/moved")))
                    .body("checksumSha256", equalTo(Fresh.hex("SHA-256", bytes)))
                    .body("receivedBytes", equalTo(SIZE))
                    .body("importUntil", nullValue())
                    .body("filePath", equalTo(version + "/content"));
            assertThat(Arrays.equals(owner.get(version + "/content").asByteArray(), bytes))
                    .isTrue();
            assertThat(Sql.asSuperuser("storage")
                            .number(
                                    "select count(*) from image_version where id = ? and source_query is not null",
                                    Fresh.id(version)))
                    .isZero();
        }
    }

    @Test
    void lineThatIsCutIsTakenUpWhereItEnded() throws IOException {
        try (SourceServer source = new SourceServer(bytes).cuttingOnce(SIZE / 2)) {
            String version = version(source.url("/disk.raw"), Map.of());
            Fresh.available(owner, version);
            assertThat(source.ranges()).hasSize(2).element(1).asString().isEqualTo("bytes=" + SIZE / 2 + "-");
            owner.get(version).then().body("checksumSha256", equalTo(Fresh.hex("SHA-256", bytes)));
        }
    }

    @Test
    void sourceThatKnowsNoRangesIsReadAnew() throws IOException {
        try (SourceServer source = new SourceServer(bytes).withoutRanges().cuttingOnce(SIZE / 2)) {
            String version = version(source.url("/disk.raw"), Map.of());
            Fresh.available(owner, version);
            owner.get(version).then().body("checksumSha256", equalTo(Fresh.hex("SHA-256", bytes)));
            Eventually.rows(
                    1, "select count(*) from stored_object where tenant_id = ? and status = 'STORED'", owner.tenant());
            Eventually.rows(1, "select count(*) from stored_object where tenant_id = ?", owner.tenant());
        }
    }

    @Test
    void otherBytesThanAnnouncedFailWithTheirReason() throws IOException {
        try (SourceServer source = new SourceServer(bytes)) {
            String version =
                    version(source.url("/disk.raw"), Map.of("checksumSha256", Fresh.hex("SHA-256", Fresh.bytes(10))));
            fails(version, "another than was announced");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/hostile", "/circle"})
    void whatIsNotThereOrLeadsElsewhereFails(String path) throws IOException {
        try (SourceServer source = new SourceServer(bytes)) {
            String version = version(source.url(path), Map.of());
            fails(version, "The source");
            assertThat(source.ranges()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2/",
                "http://[::1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://2130706433/",
                "file:///etc/passwd",
                "https://user:password@images.example.org/",
                "no url"
            })
    void whatCannotBeASourceIsRefusedByName(String url) {
        owner.post(Fresh.imageOf(owner) + "/versions", body(url, Map.of()))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("sourceUrl"));
    }

    @Test
    void nobodyUploadsWhatIsFetchedUntilFetchingIsGivenUp() throws IOException {
        String version = version(ofNobody(), Map.of());
        owner.get(version).then().body("status", equalTo("PENDING")).body("importUntil", notNullValue());
        Tus.begin(owner, version, 10).then().statusCode(409).body("code", equalTo("VERSION_IMPORTING"));
        owner.delete(version).then().statusCode(200).body("importUntil", nullValue());
    }

    @Test
    void aSourceThatHasOtherBytesEachTimeIsGivenUp() throws IOException {
        try (SourceServer source = new SourceServer(bytes).restless()) {
            String version = version(source.url("/disk.raw"), Map.of());
            fails(version, "other bytes each time");
            assertThat(source.ranges()).hasSizeLessThan(10);
        }
    }

    @Test
    void whatCannotBeFetchedInTimeHasFailed() throws IOException {
        String version = version(ofNobody(), Map.of());
        Sql.asSuperuser("storage")
                .change("update image_version set import_until = now() where id = ?", Fresh.id(version));
        fails(version, "in time");
        Tus.uploaded(owner, version, bytes);
        Fresh.available(owner, version);
    }

    /** Where nobody answers any more. */
    private String ofNobody() throws IOException {
        try (SourceServer source = new SourceServer(bytes)) {
            return source.url("/disk.raw");
        }
    }

    private void fails(String version, String why) {
        Eventually.found(version, () -> owner.get(version).path("status"), "FAILED"::equals);
        owner.get(version).then().body("failureReason", containsString(why));
    }

    private String version(String url, Map<String, ?> more) {
        String image = Fresh.imageOf(owner);
        return image + "/versions/" + owner.made(image + "/versions", body(url, more));
    }

    private static Map<String, Object> body(String url, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Fresh.version());
        body.put("sourceUrl", url);
        body.putAll(more);
        return body;
    }
}
