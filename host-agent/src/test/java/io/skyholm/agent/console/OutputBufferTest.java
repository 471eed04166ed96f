package io.skyholm.agent.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static final int MOST = 256 << 10;

    private final Screen screen = new Screen();

    @Test
    void whatIsWrittenIsFetchedInItsOrder() throws InterruptedException {
        screen.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThat(screen.fetch(2)).containsExactly(1, 2);
        screen.write(ByteBuffer.wrap(new byte[] {4}));
        assertThat(screen.fetch(9)).containsExactly(3, 4);
    }

    @Test
    void ofWhatNobodyFetchesTheOldestIsForgotten() throws InterruptedException {
        screen.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        screen.write(ByteBuffer.wrap(new byte[MOST - 2]));
        assertThat(screen.fetch(3)).containsExactly(2, 3, 0);
        assertThat(screen.fetch(2 * MOST)).hasSize(MOST - 3);
    }

    @Test
    void whatWasWrittenBeforeTheEndIsFetchedStill() throws InterruptedException {
        screen.write(ByteBuffer.wrap(new byte[] {7}));
        screen.end();
        assertThat(screen.fetch(5)).containsExactly(7);
        assertThat(screen.fetch(5)).isEmpty();
    }
}
