package io.skyholm.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantScope;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListQueryTest {

    private static final PageRequest FIRST = new PageRequest(10, null);

    @Test
    void onlyTheConditionsThatWereAskedForAreThere() {
        Statement statement = ListQuery.of("select id from note")
                .where("mood = ?", null)
                .where("title = ?", "Milk")
                .page(FIRST);
        assertThat(statement.sql())
                .isEqualTo("select id from note where true and title = $1 order by id desc limit $2");
        assertThat(statement.parameters()).containsExactly("Milk", 11);
    }

    @Test
    void aTenantsRowsAreFoundByTheirTenant() {
        UUID tenant = UUID.randomUUID();
        Statement statement = ListQuery.of("select id from note")
                .inScope(TenantScope.of(tenant))
                .page(FIRST);
        assertThat(statement.sql()).contains(" and tenant_id = $1 ");
        assertThat(statement.parameters()).containsExactly(tenant, 11);
    }

    @Test
    void thePlatformLooksAtAllTenants() {
        assertThat(ListQuery.of("select id from note")
                        .inScope(TenantScope.PLATFORM)
                        .page(FIRST)
                        .sql())
                .doesNotContain("tenant_id");
    }

    @Test
    void theNextPageBeginsBehindTheCursor() {
        UUID last = UUID.randomUUID();
        Statement statement = ListQuery.of("select id from note")
                .page(new PageRequest(10, Cursor.after(last).text()));
        assertThat(statement.sql()).contains(" and id < $1 order by id desc limit $2");
        assertThat(statement.parameters()).containsExactly(last, 11);
    }
}
