package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** However many write at once, only so many have a large buffer. */
class SegmentBuffersTest {

    private final SegmentBuffers buffers = new SegmentBuffers(2, 100, 10);

    @Test
    void whoComesWhenTheLargeOnesAreTakenHasASmallOne() {
        assertThat(buffers.take().remaining()).isEqualTo(100);
        assertThat(buffers.take().remaining()).isEqualTo(100);
        assertThat(buffers.take().remaining()).isEqualTo(10);
        assertThat(buffers.take().remaining()).isEqualTo(10);
    }

    @Test
    void aLargeOneIsThereForTheNextOnceItWasGivenBack() {
        ByteBuffer first = buffers.take();
        buffers.take();
        buffers.giveBack(buffers.take());
        assertThat(buffers.take().remaining()).isEqualTo(10);
        first.put(new byte[60]);
        buffers.giveBack(first);
        assertThat(buffers.take())
                .isSameAs(first)
                .extracting(ByteBuffer::remaining)
                .isEqualTo(100);
        assertThat(buffers.take().remaining()).isEqualTo(10);
    }
}
