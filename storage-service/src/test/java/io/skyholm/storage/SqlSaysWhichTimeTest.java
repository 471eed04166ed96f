package io.skyholm.storage;

import io.skyholm.runtime.testing.rules.SqlSaysWhichTime;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The statements of storage mean calendar time, but for these. */
class SqlSaysWhichTimeTest {

    @Test
    void onlyNamedClassesMeanRealTime() throws IOException {
        SqlSaysWhichTime.butIn(Map.of("UploadStore", "who receives a part holds it as a lease"));
    }
}
