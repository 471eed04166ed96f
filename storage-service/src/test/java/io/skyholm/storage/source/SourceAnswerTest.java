package io.skyholm.storage.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source says before its bytes, and whether anything is taken of it. */
class SourceAnswerTest {

    private static final long MOST = 1000;

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Content-Length", "100");

    @Test
    void wholeBeginsAtTheFirstByte() {
        headers.add("ETag", "\"a\"").add("Last-Modified", "Fri, 1 May 2026 10:00:00 GMT");
        assertThat(SourceAnswer.of(200, headers, MOST)).isEqualTo(new SourceAnswer(0, 100, "\"a\""));
    }

    @Test
    void weakTagIsNoneAndADateWillDo() {
        headers.add("ETag", "W/\"a\"");
        assertThat(SourceAnswer.of(200, headers, MOST).validator()).isNull();
        headers.add("Last-Modified", "Fri, 1 May 2026 10:00:00 GMT");
        assertThat(SourceAnswer.of(200, headers, MOST).validator()).isEqualTo("Fri, 1 May 2026 10:00:00 GMT");
    }

    @Test
    void restSaysWhereItBeginsAndHowMuchThereIsInAll() {
        headers.set("Content-Range", "bytes 60-99/100");
        assertThat(SourceAnswer.of(206, headers, MOST)).isEqualTo(new SourceAnswer(60, 100, null));
        headers.set("Content-Range", "bytes 60-99/*");
        assertThatThrownBy(() -> SourceAnswer.of(206, headers, MOST)).isInstanceOf(SourceAwayException.class);
    }

    @Test
    void moreThanAnImageMayHaveIsRefusedAndSoIsWhatSaysNoLength() {
        headers.set("Content-Length", "1001");
        refused(200);
        headers.set("Content-Length", "0");
        refused(200);
        headers.remove("Content-Length");
        refused(200);
    }

    @Test
    void encodedBytesAreRefused() {
        headers.add("Content-Encoding", "gzip");
        refused(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304, 400, 401, 403, 404, 410, 416})
    void whatIsNotThereIsNotAskedForAgain(int status) {
        refused(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void whatMayBeThereLaterIsAskedForAgain(int status) {
        assertThatThrownBy(() -> SourceAnswer.of(status, headers, MOST))
                .isInstanceOf(SourceAwayException.class)
                .hasMessageContaining(String.valueOf(status));
    }

    private void refused(int status) {
        assertThatThrownBy(() -> SourceAnswer.of(status, headers, MOST)).isInstanceOf(SourceRefusedException.class);
    }
}
