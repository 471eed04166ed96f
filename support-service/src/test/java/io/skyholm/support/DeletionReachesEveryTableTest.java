package io.skyholm.support;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.deletion.Holders;
import io.skyholm.events.deletion.DataOwner;
import io.skyholm.runtime.testing.rules.DeletionReachesEveryTable;
import org.junit.jupiter.api.Test;

/** Nothing of a deleted tenant or user stays in support without anybody having decided so. */
@QuarkusTest
class DeletionReachesEveryTableTest {

    @Test
    void everyTableOfTenantsAndUsersIsEmptiedOrKeptForAReason() {
        Holders holders = Arc.container().select(Holders.class).get();
        DeletionReachesEveryTable.in("support", holders.tables(DataOwner.TENANT), holders.tables(DataOwner.USER));
    }
}
