package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are read one behind the other, as if they were one. */
class FolderReaderTest {

    private final List<Path> files;

    FolderReaderTest(@TempDir Path root) throws IOException {
        this.files = List.of(
                Files.writeString(root.resolve("0"), "abc"),
                Files.writeString(root.resolve("1"), ""),
                Files.writeString(root.resolve("2"), "defg"));
    }

    @ParameterizedTest
    @CsvSource({"0, 7, abcdefg", "2, 2, cd", "3, 1, d", "6, 1, g", "1, 0, ''", "7, 0, ''"})
    void readingBeginsAndEndsWhereverItIsAskedFor(long from, long length, String expected) throws IOException {
        try (FolderReader reader = new FolderReader(files, from, length)) {
            assertThat(text(reader.next(100))).isEqualTo(expected);
            assertThat(reader.next(100)).isEmpty();
        }
    }

    @Test
    void noMoreIsGivenAtOnceThanIsAskedForAcrossTheEndsOfFiles() throws IOException {
        try (FolderReader reader = new FolderReader(files, 0, 7)) {
            assertThat(text(reader.next(2))).isEqualTo("ab");
            assertThat(text(reader.next(3))).isEqualTo("cde");
            assertThat(text(reader.next(3))).isEqualTo("fg");
        }
    }

    @Test
    void objectThatEndsEarlyIsNotTakenForAWholeOne() throws IOException {
        try (FolderReader reader = new FolderReader(files, 0, 9)) {
            assertThatThrownBy(() -> reader.next(100)).isInstanceOf(EOFException.class);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
