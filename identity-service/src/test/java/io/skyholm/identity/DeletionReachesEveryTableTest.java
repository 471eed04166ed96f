package io.skyholm.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.deletion.Holders;
import io.skyholm.events.deletion.DataOwner;
import io.skyholm.runtime.testing.rules.DeletionReachesEveryTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Nothing of a deleted tenant or user stays in identity without anybody having decided so. */
@QuarkusTest
class DeletionReachesEveryTableTest {

    private final Holders holders = Arc.container().select(Holders.class).get();

    @Test
    void everyTableOfTenantsAndUsersIsEmptiedOrKeptForAReason() {
        DeletionReachesEveryTable.in("identity", named(DataOwner.TENANT), named(DataOwner.USER));
    }

    @Test
    void tableThatNobodyHasThoughtOfIsNamed() {
        Map<String, List<String>> withoutThemes = new TreeMap<>(named(DataOwner.TENANT));
        withoutThemes.remove("theme");
        assertThatThrownBy(() -> DeletionReachesEveryTable.in("identity", withoutThemes, named(DataOwner.USER)))
                .hasMessageContaining("theme");
        Map<String, List<String>> withoutKeys = new TreeMap<>(named(DataOwner.USER));
        withoutKeys.remove("ssh_key");
        assertThatThrownBy(() -> DeletionReachesEveryTable.in("identity", named(DataOwner.TENANT), withoutKeys))
                .hasMessageContaining("ssh_key");
    }

    private Map<String, List<String>> named(DataOwner owner) {
        return holders.tables(owner);
    }
}
