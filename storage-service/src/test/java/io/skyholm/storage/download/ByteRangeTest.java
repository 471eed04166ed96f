package io.skyholm.storage.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges as RFC 9110 has them. */
class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1, bytes 0-0/1000",
        "bytes=0-999, 0, 1000, bytes 0-999/1000",
        "bytes=10-19, 10, 10, bytes 10-19/1000",
        "bytes=990-, 990, 10, bytes 990-999/1000",
        "bytes=990-5000, 990, 10, bytes 990-999/1000",
        "bytes=-100, 900, 100, bytes 900-999/1000",
        "bytes=-5000, 0, 1000, bytes 0-999/1000"
    })
    void isWhatWasAskedForWithinWhatIsThere(String header, long from, long length, String said) {
        ByteRange range = ByteRange.of(header, 1000);
        assertThat(range).isEqualTo(new ByteRange(from, length, 1000, false));
        assertThat(range.contentRange()).isEqualTo(said);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"bytes=-", "lines=1-2", "bytes=1-2,5-6", "bytes=a-b", "bytes=1-99999999999999999999"})
    void whatIsNoSingleRangeMeansAll(String header) {
        assertThat(ByteRange.of(header, 1000)).isEqualTo(new ByteRange(0, 1000, 1000, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=9-8", "bytes=-0", "bytes=999999999999999-"})
    void whatLiesOutsideIsRefused(String header) {
        assertThatThrownBy(() -> ByteRange.of(header, 1000)).hasMessageContaining("1000 bytes");
    }

    @Test
    void lastByteOfALargeImageIsReached() {
        assertThat(ByteRange.of("bytes=-1", 100L << 30).from()).isEqualTo((100L << 30) - 1);
    }
}
