package io.skyholm.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.storage.DiskFormat;
import io.skyholm.storage.Fresh;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bytes are an ISO. */
class IsoImageTest {

    private static final long GIB = 1L << 30;

    @Test
    void itIsAsLargeAsItsBytes() throws BadImageException {
        assertThat(sizeGb(Fresh.iso(40 * 1024), GIB + 2048)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32 * 1024, 32 * 1024 + 5, 40 * 1024})
    void whatHasNoMarkIsNone(int bytes) {
        assertThatThrownBy(() -> sizeGb(new byte[bytes], GIB)).hasMessageContaining("no ISO");
    }

    @Test
    void aMarkThatIsCutOffIsNone() {
        byte[] cut = Arrays.copyOf(Fresh.iso(40 * 1024), 32 * 1024 + 5);
        assertThatThrownBy(() -> sizeGb(cut, GIB)).hasMessageContaining("no ISO");
    }

    @Test
    void itHasWholeSectors() {
        assertThatThrownBy(() -> sizeGb(Fresh.iso(40 * 1024), GIB + 512)).hasMessageContaining("2048");
    }

    private static int sizeGb(byte[] beginning, long length) throws BadImageException {
        return ImageHeader.sizeGb(DiskFormat.ISO, ByteBuffer.wrap(beginning), length, 64 * GIB);
    }
}
