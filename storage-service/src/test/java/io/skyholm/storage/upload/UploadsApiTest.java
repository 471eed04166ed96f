package io.skyholm.storage.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Tasks;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Tus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads are made as tus 1.0.0 says, part by part, by one sender at a time. */
@QuarkusTest
class UploadsApiTest {

    private final Person owner = Person.fresh();
    private String image;
    private String version;

    @BeforeEach
    void begin() {
        image = Fresh.imageOf(owner);
        version = Fresh.versionOf(owner, image);
    }

    @Test
    void uploadSaysWhatTusSaysAndGoesOnWhereItStands() {
        String upload = Tus.begin(owner, version, 1024)
                .then()
                .statusCode(201)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Expires", containsString("GMT"))
                .body("status", equalTo("OPEN"))
                .extract()
                .header("Location");
        assertThat(upload).startsWith(version + "/uploads/");
        Tus.send(owner, upload, 0, Fresh.bytes(512))
                .then()
                .statusCode(204)
                .header("Upload-Offset", "512")
                .header("Upload-Expires", notNullValue());
        owner.request()
                .header("Tus-Resumable", "1.0.0")
                .head(upload)
                .then()
                .statusCode(200)
                .header("Upload-Offset", "512")
                .header("Upload-Length", "1024")
                .header("Upload-Metadata", "filename ZGlzay5yYXc=,is_confidential")
                .header("Cache-Control", "no-store")
                .header("Tus-Resumable", "1.0.0");
        Tus.send(owner, upload, 100, Fresh.bytes(10)).then().statusCode(409).body("code", equalTo("UPLOAD_OFFSET"));
        Tus.send(owner, upload, 512, Fresh.bytes(513)).then().statusCode(422);
        assertThat(Tus.offset(owner, upload)).isEqualTo(512);
        Tus.send(owner, upload, 512, Fresh.bytes(512)).then().statusCode(204).header("Upload-Offset", "1024");
        Tus.send(owner, upload, 1024, new byte[0]).then().statusCode(409).body("code", equalTo("UPLOAD_COMPLETE"));
        assertThat(Tus.offset(owner, upload)).isEqualTo(1024);
        Fresh.available(owner, version);
    }

    @Test
    void whoReadsOnlyProblemsMaySendAPartAndEndTheUpload() {
        String upload = Tus.begun(owner, version, 1024);
        Tus.part(owner, 0)
                .accept("application/problem+json")
                .body(new byte[1])
                .patch(upload)
                .then()
                .statusCode(204);
        Tus.part(owner, 1)
                .accept("image/png")
                .body(new byte[1])
                .patch(upload)
                .then()
                .statusCode(406);
        owner.request().accept("application/problem+json").delete(upload).then().statusCode(204);
        owner.request().accept("application/problem+json").get(upload).then().statusCode(406);
    }

    @Test
    void clientLearnsWhatOfTusIsSpokenHere() {
        given().options(version + "/uploads")
                .then()
                .statusCode(204)
                .header("Tus-Resumable", "1.0.0")
                .header("Tus-Version", "1.0.0")
                .header("Tus-Max-Size", String.valueOf(1L << 30))
                .header("Tus-Extension", "creation,checksum,expiration,termination")
                .header("Tus-Checksum-Algorithm", "md5,sha1,sha256");
    }

    @Test
    void whatIsNoTusIsRefusedByName() {
        owner.request()
                .post(version + "/uploads")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("Upload-Length"));
        for (String length : List.of("0", "-1", "x", "99999999999")) {
            owner.request()
                    .header("Upload-Length", length)
                    .post(version + "/uploads")
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("Upload-Length"));
        }
        owner.request()
                .header("Upload-Length", "1")
                .header("Upload-Metadata", "filename not*base64")
                .post(version + "/uploads")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("Upload-Metadata"));
        owner.request()
                .header("Upload-Length", "1")
                .header("Tus-Resumable", "0.2.2")
                .post(version + "/uploads")
                .then()
                .statusCode(412)
                .body("code", equalTo("TUS_VERSION"));
        String upload = Tus.begun(owner, version, 100);
        owner.request().header("Tus-Resumable", "0.2.2").get(upload).then().statusCode(412);
        owner.request()
                .header("Upload-Offset", "0")
                .body("{}")
                .patch(upload)
                .then()
                .statusCode(415);
        owner.request().contentType(Tus.BYTES).patch(upload).then().statusCode(422);
        Tus.part(owner, 0)
                .header("Upload-Checksum", "crc32 AAAA")
                .body(new byte[1])
                .patch(upload)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("Upload-Checksum"));
    }

    @Test
    void partThatIsNotWhatItsChecksumSaysDoesNotCount() throws NoSuchAlgorithmException {
        byte[] part = Fresh.bytes(64);
        String upload = Tus.begun(owner, version, 1024);
        for (Map.Entry<String, String> algorithm :
                Map.of("sha1", "SHA-1", "sha256", "SHA-256", "md5", "MD5").entrySet()) {
            byte[] sum = MessageDigest.getInstance(algorithm.getValue()).digest(part);
            String header = algorithm.getKey() + " " + Base64.getEncoder().encodeToString(sum);
            long offset = Tus.offset(owner, upload);
            byte[] other = part.clone();
            other[7]++;
            Tus.part(owner, offset)
                    .header("Upload-Checksum", header)
                    .body(other)
                    .patch(upload)
                    .then()
                    .statusCode(460)
                    .body("code", equalTo("CHECKSUM_MISMATCH"));
            assertThat(Tus.offset(owner, upload)).isEqualTo(offset);
            assertThat(bytesKept(upload)).isEqualTo(offset);
            Tus.part(owner, offset)
                    .header("Upload-Checksum", header)
                    .body(part)
                    .patch(upload)
                    .then()
                    .statusCode(204);
            assertThat(Tus.offset(owner, upload)).isEqualTo(offset + 64);
        }
    }

    @Test
    void ofManyWhoSendTheSamePartOneIsHeard() {
        String upload = Tus.begun(owner, version, 1024);
        List<Integer> answers = Crowd.of(
                8, sender -> Tus.send(owner, upload, 0, Fresh.bytes(1000)).statusCode());
        assertThat(answers).containsOnlyOnce(204).allMatch(status -> status == 204 || status == 409);
        assertThat(Tus.offset(owner, upload)).isEqualTo(1000);
    }

    @Test
    void whoHasTheLeaseKeepsOthersOutUntilItHasBeenSilentForAWhile() {
        String upload = Tus.begun(owner, version, 1024);
        Sql.asSuperuser("storage")
                .change(
                        "update upload set lease_id = id, leased_until = now() + interval '1 second' where id = ?",
                        Fresh.id(upload));
        Tus.send(owner, upload, 0, Fresh.bytes(10)).then().statusCode(409).body("code", equalTo("UPLOAD_BUSY"));
        Eventually.holds(
                "it is free", () -> Tus.send(owner, upload, 0, Fresh.bytes(10)).statusCode() == 204);
        assertThat(Tus.offset(owner, upload)).isEqualTo(10);
    }

    @Test
    void terminatedUploadIsGoneWithItsBytesAndAnotherCanBegin() {
        String upload = Tus.begun(owner, version, 1024);
        Tus.send(owner, upload, 0, Fresh.bytes(100)).then().statusCode(204);
        Tus.begin(owner, version, 10).then().statusCode(409).body("code", equalTo("UPLOAD_OPEN"));
        owner.delete(upload).then().statusCode(204).header("Tus-Resumable", "1.0.0");
        owner.request().head(upload).then().statusCode(404);
        owner.delete(upload).then().statusCode(404);
        Tus.send(owner, upload, 100, Fresh.bytes(100)).then().statusCode(404);
        Eventually.rows(0, "select count(*) from stored_object where id = ?", Fresh.id(upload));
        Eventually.rows(0, "select count(*) from observed_object where id = ?", Fresh.id(upload));
        Tus.uploaded(owner, version, Fresh.bytes(512));
        Fresh.available(owner, version);
        owner.get(version + "/uploads").then().body("items.size()", equalTo(2));
        Tus.begin(owner, version, 10).then().statusCode(409).body("code", equalTo("VERSION_HAS_BYTES"));
    }

    @Test
    void uploadWhoseNextPartDoesNotComeExpiresAndGivesBackWhatItHeld() {
        String upload = Tus.begun(owner, version, 1024);
        Sql.asSuperuser("storage").change("update upload set expires_at = now() where id = ?", Fresh.id(upload));
        Tasks.lookAgain("upload", Fresh.id(upload));
        Eventually.rows(1, "select count(*) from upload where id = ? and status = 'EXPIRED'", Fresh.id(upload));
        owner.request().head(upload).then().statusCode(404);
        Eventually.rows(0, "select count(*) from stored_object where tenant_id = ?", owner.tenant());
        owner.get(version).then().body("status", equalTo("PENDING"));
        Tus.begun(owner, version, 1024);
    }

    @Test
    void uploadComesInSoManyPartsAndNoMore() {
        String upload = Tus.begun(owner, version, 1024);
        for (int part = 0; part < 20; part++) {
            Tus.send(owner, upload, part, new byte[1]).then().statusCode(204);
        }
        Tus.send(owner, upload, 20, new byte[1]).then().statusCode(409).body("code", equalTo("UPLOAD_PARTS"));
    }

    @Test
    void partsThatComeToNothingAreBegunSoOftenAndNoMore() {
        String upload = Tus.begun(owner, version, 1024);
        for (int attempt = 0; attempt < 25; attempt++) {
            Tus.part(owner, 0)
                    .header("Upload-Checksum", "md5 kAFQmDzST7DWlj99KOF/cg==")
                    .body(new byte[1])
                    .patch(upload)
                    .then()
                    .statusCode(460);
        }
        Tus.send(owner, upload, 0, new byte[1]).then().statusCode(409).body("code", equalTo("UPLOAD_ATTEMPTS"));
    }

    @Test
    void archivedImageTakesNoBytes() {
        String upload = Tus.begun(owner, version, 1024);
        owner.patch(image, Map.of("status", "ARCHIVED")).then().statusCode(200);
        Tus.send(owner, upload, 0, new byte[1]).then().statusCode(409).body("code", equalTo("IMAGE_ARCHIVED"));
        owner.delete(upload).then().statusCode(409);
        Tus.begin(owner, Fresh.versionOf(owner, Fresh.imageOf(owner)), 10)
                .then()
                .statusCode(201);
    }

    @Test
    void uploadsThatAreOpenAndWhatTheyAnnounceCountInTheQuota() {
        CountedRows.areLimited(
                owner.tenant(), CountedKind.IMAGE_UPLOADS, () -> Tus.begin(owner, Fresh.versionOf(owner, image), 1024));
        Person other = Person.fresh();
        String theirs = Fresh.imageOf(other);
        CountedRows.areLimited(
                other.tenant(),
                CountedKind.IMAGE_GB,
                () -> Tus.begin(other, Fresh.versionOf(other, theirs), 64L << 20));
    }

    @Test
    void largePartIsKeptAsItCame() {
        byte[] bytes = Fresh.bytes(20 << 20);
        Tus.uploaded(owner, version, bytes);
        Fresh.available(owner, version);
        byte[] downloaded = owner.get(version + "/content").asByteArray();
        assertThat(Arrays.equals(downloaded, bytes)).isTrue();
    }

    /** What lies in the store of an upload that has not ended. */
    private static long bytesKept(String upload) {
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        try (Stream<Path> parts = Files.list(Path.of("target", "objects", "receiving", id))) {
            return parts.mapToLong(part -> part.toFile().length()).sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
