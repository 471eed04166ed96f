package io.skyholm.runtime.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No package of the checkout is larger than it may be. */
class RoomSizesTest {

    private static final Path CHECKOUT = Path.of("..");
    private static final String ROOM = "module/src/main/java/room";

    @TempDir
    Path checkout = Path.of("");

    @Test
    void noPackageHasMoreFilesThanItMay() {
        assertThat(SourceFiles.in(CHECKOUT)).hasSizeGreaterThan(1000);
        assertThat(RoomSizes.faults(CHECKOUT, RoomSizes.LARGER)).isEmpty();
    }

    @Test
    void packageWithOneFileTooManyIsNamed() throws IOException {
        fill(RoomSizes.MOST_FILES);
        assertThat(RoomSizes.faults(checkout, Map.of())).isEmpty();
        fill(RoomSizes.MOST_FILES + 1);
        assertThat(RoomSizes.faults(checkout, Map.of())).containsExactly(ROOM + " has 26 files");
        assertThat(RoomSizes.faults(checkout, Map.of(ROOM, "generated"))).isEmpty();
    }

    @Test
    void exceptionThatIsNeededNoLongerIsNamed() throws IOException {
        fill(RoomSizes.MOST_FILES);
        assertThat(RoomSizes.faults(checkout, Map.of(ROOM, "generated"))).containsExactly(ROOM + " needs no exception");
    }

    @Test
    void whatIsBuiltIsNotCounted() throws IOException {
        Path built = Files.createDirectories(checkout.resolve("module/target/generated"));
        for (int file = 0; file < 30; file++) {
            Files.writeString(built.resolve("Built" + file + ".java"), "");
        }
        assertThat(RoomSizes.faults(checkout, Map.of())).isEmpty();
    }

    private void fill(int files) throws IOException {
        Path room = Files.createDirectories(checkout.resolve(ROOM));
        for (int file = 0; file < files; file++) {
            Files.writeString(room.resolve("Thing" + file + ".java"), "");
        }
    }
}
