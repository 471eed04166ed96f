package io.skyholm.support;

import io.skyholm.runtime.testing.rules.SqlSaysWhichTime;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The statements of support mean calendar time. */
class SqlSaysWhichTimeTest {

    @Test
    void noneMeansRealTime() throws IOException {
        SqlSaysWhichTime.butIn(Map.of());
    }
}
