package io.skyholm.support;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.rules.EveryTableHasAQuota;
import org.junit.jupiter.api.Test;

/** No tenant fills a table of support without anybody having decided so. */
@QuarkusTest
class EveryTableHasAQuotaTest {

    @Test
    void everyTableOfTenantsCountsOrHasAReasonNotTo() {
        EveryTableHasAQuota.in("support");
    }
}
