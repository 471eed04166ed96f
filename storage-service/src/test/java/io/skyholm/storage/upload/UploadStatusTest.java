package io.skyholm.storage.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may become of an upload. */
class UploadStatusTest {

    @Test
    void openOneEndsInOneOfThreeWays() {
        assertThat(UploadStatus.values())
                .filteredOn(UploadStatus.OPEN::canBecome)
                .containsExactly(UploadStatus.COMPLETED, UploadStatus.EXPIRED, UploadStatus.TERMINATED);
        assertThat(UploadStatus.EXPIRED.origins()).containsExactly("OPEN");
        assertThat(UploadStatus.OPEN.origins()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void oneThatHasEndedStaysAsItIs(UploadStatus status) {
        assertThat(UploadStatus.values()).noneMatch(status::canBecome);
    }
}
