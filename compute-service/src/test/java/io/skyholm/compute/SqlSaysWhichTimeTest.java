package io.skyholm.compute;

import io.skyholm.runtime.testing.rules.SqlSaysWhichTime;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The statements of compute mean calendar time, but for these. */
class SqlSaysWhichTimeTest {

    @Test
    void onlyNamedClassesMeanRealTime() throws IOException {
        SqlSaysWhichTime.butIn(Map.of(
                "ConsoleRequests", "how long somebody waits",
                "ConsoleSessionStore", "tickets and lines",
                "JoinedMachines", "how soon after another key",
                "MachineLiveness", "heartbeats",
                "SilentMachines", "heartbeats"));
    }
}
