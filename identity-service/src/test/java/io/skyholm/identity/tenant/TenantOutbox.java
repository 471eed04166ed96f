package io.skyholm.identity.tenant;

import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the world was told of a tenant. */
final class TenantOutbox {

    private TenantOutbox() {}

    /** The events, oldest first. */
    static List<Map<String, @Nullable Object>> of(UUID tenant) {
        return Sql.asSuperuser("identity")
                .rows("select * from outbox_event where aggregate_id = ? order by generation", tenant.toString());
    }
}
