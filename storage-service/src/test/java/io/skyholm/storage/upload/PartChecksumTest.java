package io.skyholm.storage.upload;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a part has to be by its Upload-Checksum. */
class PartChecksumTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "md5 kAFQmDzST7DWlj99KOF/cg==",
                "sha1 qZk+NkcGgWq6PiVxeFDCbJzQ2J0=",
                "sha256 ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
            })
    void partOfTheseBytesAgreesHoweverTheyCome(String header) {
        PartChecksum checksum = requireNonNull(PartChecksum.of(header));
        ByteBuffer first = bytes("a");
        checksum.add(first);
        checksum.add(bytes("bc"));
        assertThat(first.remaining()).as("what is still to be written").isEqualTo(1);
        assertThat(checksum.agrees()).isTrue();
    }

    @Test
    void partOfOtherBytesDoesNot() {
        PartChecksum checksum = requireNonNull(PartChecksum.of("md5 kAFQmDzST7DWlj99KOF/cg=="));
        checksum.add(bytes("abd"));
        assertThat(checksum.agrees()).isFalse();
    }

    @Test
    void withoutAHeaderNothingIsCompared() {
        assertThat(PartChecksum.of(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "md5",
                "md5 ",
                "md5 ****",
                "md5 qZk+NkcGgWq6PiVxeFDCbJzQ2J0=",
                "crc32 AAAA",
                "MD5 kAFQmDzST7DWlj99KOF/cg==",
                "sha512 AAAA"
            })
    void whatIsNoChecksumIsRefusedByName(String header) {
        assertThatThrownBy(() -> PartChecksum.of(header)).hasMessageContaining("Upload-Checksum");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
