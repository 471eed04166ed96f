package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are read one behind the other, as if they were one. */
class FolderReaderTest {

    private final Path object;

    FolderReaderTest(@TempDir Path root) throws IOException {
        this.object = Files.createDirectory(root.resolve("object"));
        Files.writeString(object.resolve("0"), "abc");
        Files.writeString(object.resolve("1"), "");
        Files.writeString(object.resolve("2"), "defg");
    }

    private FolderReader reader(long from, long length) throws IOException {
        return new FolderReader(ObjectFolder.of(object), from, length);
    }

    @ParameterizedTest
    @CsvSource({"0, 7, abcdefg", "2, 2, cd", "3, 1, d", "6, 1, g", "1, 0, ''", "7, 0, ''"})
    void readingBeginsAndEndsWhereverItIsAskedFor(long from, long length, String expected) throws IOException {
        try (FolderReader reader = reader(from, length)) {
            assertThat(text(reader.next(100))).isEqualTo(expected);
            assertThat(reader.next(100)).isEmpty();
        }
    }

    @Test
    void noMoreIsGivenAtOnceThanIsAskedForAcrossTheEndsOfFiles() throws IOException {
        try (FolderReader reader = reader(0, 7)) {
            assertThat(text(reader.next(2))).isEqualTo("ab");
            assertThat(text(reader.next(3))).isEqualTo("cde");
            assertThat(text(reader.next(3))).isEqualTo("fg");
        }
    }

    @Test
    void objectThatEndsEarlyIsNotTakenForAWholeOne() throws IOException {
        try (FolderReader reader = reader(0, 9)) {
            assertThatThrownBy(() -> reader.next(100)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void linkIsNoPart() throws IOException {
        Files.createSymbolicLink(object.resolve("3"), Files.writeString(object.resolveSibling("other"), "secret"));
        assertThatThrownBy(() -> reader(0, 9).next(100)).hasMessage("3 is not a part of an object");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
