package io.skyholm.identity;

import io.skyholm.runtime.testing.rules.SqlSaysWhichTime;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The statements of identity mean calendar time, but for these. */
class SqlSaysWhichTimeTest {

    @Test
    void onlyNamedClassesMeanRealTime() throws IOException {
        SqlSaysWhichTime.butIn(Map.of(
                "TokenTable", "who holds a token has it for half a minute",
                "LoginReconciler", "events are read in Keycloak's time",
                "SessionFilter", "sessions end in Keycloak's time",
                "SessionReconciler", "sessions end in Keycloak's time"));
    }
}
