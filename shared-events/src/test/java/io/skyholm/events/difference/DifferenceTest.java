package io.skyholm.events.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How differences are written down, and what is not taken for one. */
class DifferenceTest {

    private static final String SUM = "0123456789abcdef".repeat(4);

    private final Difference difference =
            new Difference(100, 200, SUM, List.of(new Extent(10, 5, false), new Extent(50, 100, true)));

    @Test
    void itIsReadAsItWasWrittenAndSaysHowLargeItIs() throws IOException {
        ByteBuffer header = difference.header();
        assertThat(header.remaining()).isEqualTo(difference.headerBytes());
        assertThat(difference.bytes()).isEqualTo(difference.headerBytes() + 5);
        assertThat(Difference.read(bytes(headerOf(difference)))).isEqualTo(difference);
        Difference none = new Difference(0, 0, SUM, List.of());
        assertThat(Difference.read(bytes(headerOf(none)))).isEqualTo(none);
    }

    @Test
    void whatIsNoneIsNotTakenForOne() {
        assertThatThrownBy(() -> Difference.read(bytes(new byte[1000]))).hasMessageContaining("is none");
        assertThatThrownBy(() -> Difference.read(bytes(new byte[3]))).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> Difference.read(bytes(changed(56, Integer.MAX_VALUE))))
                .hasMessageContaining("is none");
        assertThatThrownBy(() -> Difference.read(bytes(changed(56, -1)))).hasMessageContaining("is none");
    }

    @Test
    void extentsThatOverlapOrLieOutsideAreNoDifference() {
        assertThatThrownBy(() -> Difference.read(bytes(changed(60, Integer.MAX_VALUE))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() ->
                        new Difference(100, 200, SUM, List.of(new Extent(10, 5, false), new Extent(14, 1, false))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Difference(100, 200, SUM, List.of(new Extent(199, 2, false))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Difference(100, 99, SUM, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] changed(int at, int value) {
        return ByteBuffer.wrap(headerOf(difference)).putInt(at, value).array();
    }

    private static byte[] headerOf(Difference difference) {
        byte[] header = new byte[difference.headerBytes()];
        difference.header().get(header);
        return header;
    }

    static BytesAt bytes(byte[] all) {
        return (into, at) -> {
            if (at + into.remaining() > all.length) {
                throw new EOFException("there is no more");
            }
            into.put(all, (int) at, into.remaining());
        };
    }
}
