package io.skyholm.storage.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers of tus 1.0.0. */
class TusHeadersTest {

    private static final Instant EXPIRES = Instant.parse("2026-05-01T10:00:00Z");

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "1.0.0")
    void theOnlyVersionIsMeantOrSaid(String said) {
        assertThatCode(() -> TusHeaders.checkVersion(said)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.2.2", "1.0", "", "1.0.0, 0.2.2"})
    void anotherVersionIsRefused(String said) {
        assertThatThrownBy(() -> TusHeaders.checkVersion(said)).hasMessageContaining("1.0.0");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-1", "+1", "1.5", "0x10", "1e3", "9999999999999999", " 1"})
    void offsetThatIsNoNumberIsRefusedByName(String said) {
        assertThatThrownBy(() -> TusHeaders.number(TusHeaders.OFFSET, said)).hasMessageContaining("Upload-Offset");
    }

    @Test
    void lengthIsFromOneByteToTheLargestImage() {
        assertThat(TusHeaders.length("1", 100)).isEqualTo(1);
        assertThat(TusHeaders.length("100", 100)).isEqualTo(100);
        assertThatThrownBy(() -> TusHeaders.length("0", 100)).hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> TusHeaders.length("101", 100)).hasMessageContaining("1 to 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"filename ZGlzay5yYXc=", "is_confidential", "a Yg==,b", "a Yg==, b Yw==", "a "})
    void metadataIsKeptAsItIsSaid(String said) {
        assertThat(TusHeaders.metadata(said)).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"filename not*base64", ",a", "a Yg==,", "a b c", "\u00e9 Yg=="})
    void whatIsNoMetadataIsRefusedByName(String said) {
        assertThatThrownBy(() -> TusHeaders.metadata(said)).hasMessageContaining("Upload-Metadata");
    }

    @Test
    void emptyMetadataIsNoneAndLongMetadataIsRefused() {
        assertThat(TusHeaders.metadata("")).isNull();
        assertThat(TusHeaders.metadata(null)).isNull();
        String long2000 = "a".repeat(2000);
        assertThat(TusHeaders.metadata(long2000)).isEqualTo(long2000);
        assertThatThrownBy(() -> TusHeaders.metadata(long2000 + "a")).hasMessageContaining("2000");
    }

    @Test
    void answerSaysHowFarItHasComeAndUntilWhenItWaits() {
        assertThat(TusHeaders.of(upload(UploadStatus.OPEN)))
                .containsEntry("Upload-Offset", "7")
                .containsEntry("Upload-Length", "10")
                .containsEntry("Tus-Resumable", "1.0.0")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Upload-Expires", "Fri, 1 May 2026 10:00:00 GMT")
                .doesNotContainKey("Upload-Metadata");
        assertThat(TusHeaders.of(upload(UploadStatus.COMPLETED))).doesNotContainKey("Upload-Expires");
    }

    private static UploadView upload(UploadStatus status) {
        return new UploadView(
                UUID.randomUUID(),
                1,
                null,
                UUID.randomUUID(),
                UUID.randomUUID(),
                status,
                10,
                7,
                null,
                EXPIRES,
                EXPIRES,
                EXPIRES,
                null,
                null);
    }
}
