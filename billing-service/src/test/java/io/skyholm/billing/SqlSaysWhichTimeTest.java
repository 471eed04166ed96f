package io.skyholm.billing;

import io.skyholm.runtime.testing.rules.SqlSaysWhichTime;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The statements of billing mean calendar time. */
class SqlSaysWhichTimeTest {

    @Test
    void noneMeansRealTime() throws IOException {
        SqlSaysWhichTime.butIn(Map.of());
    }
}
