package io.skyholm.support;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.rules.EveryTableEnds;
import org.junit.jupiter.api.Test;

/** No table of support grows for ever without anybody having decided so. */
@QuarkusTest
class EveryTableEndsTest {

    @Test
    void everyTableExpiresOrIsExemptForAReason() {
        EveryTableEnds.in("support");
    }
}
