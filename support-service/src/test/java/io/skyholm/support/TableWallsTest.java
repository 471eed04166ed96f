package io.skyholm.support;

import io.skyholm.runtime.testing.rules.TableWalls;
import org.junit.jupiter.api.Test;

/** Rooms meet in their interfaces and not in their tables. */
class TableWallsTest {

    @Test
    void everyTableIsWrittenByItsRoomAndReadFromAbove() {
        TableWalls.stand("support");
    }
}
