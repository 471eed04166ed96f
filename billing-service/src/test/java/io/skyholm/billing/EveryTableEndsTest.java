package io.skyholm.billing;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.rules.EveryTableEnds;
import org.junit.jupiter.api.Test;

/** No table of billing grows for ever without anybody having decided so. */
@QuarkusTest
class EveryTableEndsTest {

    @Test
    void everyTableExpiresOrIsExemptForAReason() {
        EveryTableEnds.in("billing");
    }
}
