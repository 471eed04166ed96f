package io.skyholm.agent.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class OutputBufferTest {

    private static final int MOST = 256 << 10;

    private final OutputBuffer output = new OutputBuffer();

    @Test
    void whatIsWrittenIsFetchedInItsOrder() throws InterruptedException {
        output.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThat(output.fetch(2)).containsExactly(1, 2);
        output.write(ByteBuffer.wrap(new byte[] {4}));
        assertThat(output.fetch(9)).containsExactly(3, 4);
    }

    @Test
    void ofWhatNobodyFetchesTheOldestIsForgotten() throws InterruptedException {
        output.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        output.write(ByteBuffer.wrap(new byte[MOST - 2]));
        assertThat(output.fetch(3)).containsExactly(2, 3, 0);
        assertThat(output.fetch(2 * MOST)).hasSize(MOST - 3);
    }

    @Test
    void whatWasWrittenBeforeTheEndIsFetchedStill() throws InterruptedException {
        output.write(ByteBuffer.wrap(new byte[] {7}));
        output.end();
        assertThat(output.fetch(5)).containsExactly(7);
        assertThat(output.fetch(5)).isEmpty();
    }
}
