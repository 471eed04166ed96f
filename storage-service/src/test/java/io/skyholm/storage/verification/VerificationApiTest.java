package io.skyholm.storage.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Tasks;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Tus;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is given out that is not what was announced. */
@QuarkusTest
class VerificationApiTest {

    private final Person owner = Person.fresh();
    private String image;

    @BeforeEach
    void begin() {
        image = Fresh.imageOf(owner);
    }

    @Test
    void bytesThatAreWhatWasAnnouncedCanBeUsed() {
        byte[] bytes = Fresh.bytes(4096);
        String version =
                version(Map.of("checksumSha256", Fresh.hex("SHA-256", bytes), "checksumMd5", Fresh.hex("MD5", bytes)));
        owner.get(version + "/content").then().statusCode(409).body("code", equalTo("VERSION_NOT_AVAILABLE"));
        Tus.uploaded(owner, version, bytes);
        Fresh.available(owner, version);
        owner.get(version).then().body("sizeBytes", equalTo(4096)).body("sizeGb", equalTo(1));
    }

    @Test
    void checksumsAreComputedWhereNoneWasAnnounced() {
        byte[] bytes = Fresh.bytes(512);
        String version = version(Map.of());
        Tus.uploaded(owner, version, bytes);
        Fresh.available(owner, version);
        owner.get(version)
                .then()
                .body("checksumSha256", equalTo(Fresh.hex("SHA-256", bytes)))
                .body("checksumMd5", equalTo(Fresh.hex("MD5", bytes)));
    }

    @Test
    void otherBytesFailWithTheirReasonAndAreGoneUntilTheRightOnesCome() {
        byte[] bytes = Fresh.bytes(512);
        for (Map<String, String> sums : List.of(
                Map.of("checksumSha256", Fresh.hex("SHA-256", bytes)),
                Map.of("checksumMd5", Fresh.hex("MD5", bytes)))) {
            String version = version(sums);
            Tus.uploaded(owner, version, Fresh.bytes(512));
            fails(version, "another than was announced");
            Eventually.rows(
                    0, "select count(*) from stored_object where tenant_id = ? and status <> 'STORED'", owner.tenant());
            owner.get(version).then().body("sizeBytes", nullValue());
            Tus.uploaded(owner, version, bytes);
            Fresh.available(owner, version);
            owner.get(version).then().body("failureReason", nullValue());
            assertThat(Told.types(Fresh.id(version))).contains("storage.image-version.failed.v1");
        }
    }

    @Test
    void imageThatNamesAnotherFileFails() {
        String version = version(Map.of("diskFormat", "QCOW2"));
        byte[] hostile = ByteBuffer.allocate(131_072)
                .putInt(0, 0x514649fb)
                .putInt(4, 3)
                .putLong(8, 512)
                .putInt(16, 11)
                .putInt(20, 16)
                .array();
        Tus.uploaded(owner, version, hostile);
        fails(version, "backing file");
        String raw = version(Map.of());
        Tus.uploaded(owner, raw, hostile);
        fails(raw, "another format");
    }

    @Test
    void whatCannotBeVerifiedInTimeHasFailed() {
        String version = version(Map.of());
        Sql.asSuperuser("storage").change("""
                update image_version set status = 'VERIFYING', object_id = gen_random_uuid(), size_bytes = 512,
                    verify_until = now() where id = ?""", Fresh.id(version));
        Tasks.lookAgain("image-version", Fresh.id(version));
        fails(version, "in time");
    }

    private void fails(String version, String why) {
        Eventually.found(version, () -> owner.get(version).path("status"), "FAILED"::equals);
        owner.get(version).then().body("failureReason", containsString(why));
    }

    private String version(Map<String, ?> more) {
        Map<String, Object> body = Fresh.version();
        body.putAll(more);
        return image + "/versions/" + owner.made(image + "/versions", body);
    }
}
