package io.skyholm.runtime;

import io.skyholm.runtime.testing.rules.SqlSaysWhichTime;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The statements of the runtime mean calendar time, but for these. */
class SqlSaysWhichTimeTest {

    @Test
    void onlyNamedClassesMeanRealTime() throws IOException {
        SqlSaysWhichTime.butIn(Map.of(
                "RetentionStore", "the age of technical rows",
                "ReconcileQueue", "leases",
                "ReconcileTasks", "leases"));
    }
}
