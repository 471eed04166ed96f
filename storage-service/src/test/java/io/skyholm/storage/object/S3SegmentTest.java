package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.S3Object;

/** How a segment is named in a bucket and in a manifest. */
class S3SegmentTest {

    private static final Instant CHANGED = Instant.parse("2026-03-01T12:00:00Z");

    private final S3Segment segment = of("parts/3f1c/0000000000000000-77aa/000001", 12);

    @Test
    void partIsReadFromItsKey() {
        assertThat(segment.part()).isEqualTo("0000000000000000-77aa");
        assertThat(segment.changedAt()).isEqualTo(CHANGED);
    }

    @Test
    void lineOfAManifestIsReadAsItWasWritten() {
        assertThat(segment.line()).isEqualTo("12 parts/3f1c/0000000000000000-77aa/000001");
        S3Segment read = S3Segment.ofLine(segment.line());
        assertThat(read.key()).isEqualTo(segment.key());
        assertThat(read.part()).isEqualTo(segment.part());
        assertThat(read.sizeBytes()).isEqualTo(12);
    }

    @Test
    void severalHaveAsManyBytesAsAllOfThemTogether() {
        assertThat(S3Segment.size(List.of(segment, of("parts/3f1c/0000000000000000-77aa/000002", 1L << 40))))
                .isEqualTo((1L << 40) + 12);
        assertThat(S3Segment.size(List.of())).isZero();
    }

    private static S3Segment of(String key, long size) {
        return S3Segment.of(
                S3Object.builder().key(key).size(size).lastModified(CHANGED).build());
    }
}
