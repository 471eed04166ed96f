package io.skyholm.storage.download;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.runtime.testing.answers.RecordedExchanges;
import io.skyholm.runtime.testing.answers.RecordedFiles;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Tus;
import org.junit.jupiter.api.Test;

/** A version of a few bytes, small enough to be shown in the document: how they are sent, and how they come back. */
@QuarkusTest
class ShownBytesTest {

    private static final String UPLOAD = "PATCH /v1/images/{id}/versions/{versionId}/uploads/{uploadId}";
    private static final String CONTENT = "GET /v1/images/{id}/versions/{versionId}/content";

    /** As the header of a GPT begins; what a document shows has to be printable. */
    private static final String PIECE = "EFI PART";

    /** A disk has whole sectors. */
    private static final String BYTES = PIECE.repeat(64);

    private final Person owner = Person.fresh();

    @Test
    void fewBytesComeBackAsTheyWereSentWholeOrInPart() {
        String version = Fresh.versionOf(owner, Fresh.imageOf(owner));
        String upload = Tus.begun(owner, version, BYTES.length());
        String rest = BYTES.substring(PIECE.length());
        Tus.send(owner, upload, 0, PIECE.getBytes(ISO_8859_1)).then().statusCode(204);
        RecordedExchanges.add(UPLOAD, PIECE, null);
        Tus.send(owner, upload, PIECE.length(), rest.getBytes(ISO_8859_1))
                .then()
                .statusCode(204);
        Fresh.available(owner, version);

        Response whole = owner.get(version + "/content");
        Response part = owner.request().header("Range", "bytes=4-7").get(version + "/content");
        whole.then().statusCode(200);
        part.then().statusCode(206);
        assertThat(new String(whole.asByteArray(), ISO_8859_1)).isEqualTo(BYTES);
        assertThat(new String(part.asByteArray(), ISO_8859_1)).isEqualTo("PART");
        RecordedFiles.add(CONTENT, whole);
        RecordedFiles.add(CONTENT, part);
    }
}
