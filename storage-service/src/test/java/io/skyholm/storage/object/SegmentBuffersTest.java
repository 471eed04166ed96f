package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** However many write and read at once, only so many have a large buffer. */
class SegmentBuffersTest {

    private final SegmentBuffers buffers = new SegmentBuffers(3, 100, 10);

    @Test
    void onlySoManyAreLarge() {
        for (int taken = 0; taken < 3; taken++) {
            assertThat(buffers.large()).map(ByteBuffer::remaining).hasValue(100);
        }
        assertThat(buffers.large()).isEmpty();
        assertThat(buffers.small().remaining()).isEqualTo(10);
        assertThat(buffers.small().remaining()).isEqualTo(10);
    }

    @Test
    void aLargeOneIsThereForTheNextOnceItWasGivenBack() {
        ByteBuffer first = buffers.large().orElseThrow();
        buffers.large();
        buffers.large();
        buffers.giveBack(buffers.small());
        assertThat(buffers.large()).isEmpty();
        first.put(new byte[60]);
        buffers.giveBack(first);
        assertThat(buffers.large().orElseThrow()).isSameAs(first).satisfies(again -> assertThat(again.remaining())
                .isEqualTo(100));
        assertThat(buffers.large()).isEmpty();
    }

    @Test
    void whoReadsLeavesSomeToWhoeverWrites() {
        assertThat(buffers.spare(101)).isEmpty();
        assertThat(buffers.spare(100)).isPresent();
        assertThat(buffers.spare(1)).isPresent();
        assertThat(buffers.spare(1)).isEmpty();
        assertThat(buffers.large()).isPresent();
        assertThat(buffers.large()).isEmpty();
    }
}
