package io.skyholm.storage;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.rules.EveryTableHasAQuota;
import org.junit.jupiter.api.Test;

/** No tenant fills a table of storage without anybody having decided so. */
@QuarkusTest
class EveryTableHasAQuotaTest {

    @Test
    void everyTableOfTenantsCountsOrHasAReasonNotTo() {
        EveryTableHasAQuota.in("storage");
    }
}
