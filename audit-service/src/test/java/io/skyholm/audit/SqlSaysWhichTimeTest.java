package io.skyholm.audit;

import io.skyholm.runtime.testing.rules.SqlSaysWhichTime;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The statements of audit mean calendar time, but for these. */
class SqlSaysWhichTimeTest {

    @Test
    void onlyNamedClassesMeanRealTime() throws IOException {
        SqlSaysWhichTime.butIn(Map.of(
                "ArchiveStore", "a proof names the time at which it was made",
                "Recorder", "carries out the statements of RecordingSql",
                "RecordingSql", "a proof names the time at which it was made"));
    }
}
