package io.skyholm.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.storage.DiskFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A RAW disk is what it is, and nothing that a guesser would take for another format. */
class RawDiskTest {

    private static final long GIB = 1L << 30;

    @Test
    void sizeIsThatOfItsBytes() throws BadImageException {
        assertThat(read(new byte[512], 512)).isEqualTo(1);
        assertThat(read(new byte[512], 10 * GIB)).isEqualTo(10);
        assertThat(read(new byte[512], 10 * GIB + 512)).isEqualTo(11);
    }

    @Test
    void largerThanAnyDiskOrOfHalfASectorIsRefused() {
        assertThatThrownBy(() -> read(new byte[512], 64 * GIB + 512)).hasMessageContaining("may have");
        assertThatThrownBy(() -> read(new byte[100], 100)).hasMessageContaining("multiple of 512");
    }

    @Test
    void whatBeginsLikeAnotherFormatIsRefused() {
        for (String mark : new String[] {"QFI\u00fb", "KDMV", "# Disk DescriptorFile", "conectix", "vhdxfile"}) {
            assertThatThrownBy(() -> read(beginning(mark, 0), 512))
                    .as(mark)
                    .isInstanceOf(BadImageException.class)
                    .hasMessageContaining("another format");
        }
        assertThatThrownBy(() -> read(beginning("\u007f\u0010\u00da\u00be", 64), 512))
                .hasMessageContaining("another format");
    }

    @Test
    void descriptionOfADiskBehindCommentsIsRefused() {
        assertThatThrownBy(() -> read(beginning("#\n\n  # more\nversion=1\nRW 8 FLAT \"/etc/passwd\" 0", 0), 512))
                .isInstanceOf(BadImageException.class)
                .hasMessageContaining("description of a disk");
    }

    private static int read(byte[] beginning, long length) throws BadImageException {
        return ImageHeader.sizeGb(DiskFormat.RAW, ByteBuffer.wrap(beginning), length, 64 * GIB);
    }

    private static byte[] beginning(String mark, int at) {
        byte[] bytes = new byte[512];
        byte[] written = mark.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(written, 0, bytes, at, written.length);
        return bytes;
    }
}
