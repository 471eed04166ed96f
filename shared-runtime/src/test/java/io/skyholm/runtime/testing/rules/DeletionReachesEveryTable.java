package io.skyholm.runtime.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.deletion.DataDeletionEvents;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Compares the tables of a service with what it says of the deletion of tenants and users: a table that nobody has thought of would
 * keep what was theirs for ever.
 */
public final class DeletionReachesEveryTable {

    private static final String OF_TENANTS = "attname = 'tenant_id' or relname in ('tenant', 'known_tenant')";

    /** An id in created_by and updated_by says nothing once the user's name is gone, and stands in most tables. */
    private static final String OF_USERS = """
            attname in ('user_id', 'owner_id', 'admin_user_id', 'caller_id', 'actor_id', 'username', 'email',
                'recipient', 'user_agent', 'actor_agent')
            or attname like '%\\_by' and attname not in ('created_by', 'updated_by')""";

    private DeletionReachesEveryTable() {}

    /**
     * Fails naming the tables of which nothing is said, and those that are not there.
     *
     * @param ofTenants what becomes of each table when a tenant is deleted
     * @param ofUsers the same for a user
     */
    public static void in(String service, Map<String, List<String>> ofTenants, Map<String, List<String>> ofUsers) {
        assertThat(DataDeletionEvents.SERVICES).as("services that take part").contains(service);
        assertThat(new TreeSet<>(ofTenants.keySet()))
                .as("tables of which it is said what becomes of them when a tenant is deleted")
                .containsExactlyElementsOf(tables(service, OF_TENANTS));
        assertThat(new TreeSet<>(ofUsers.keySet()))
                .as("tables of which it is said what becomes of them when a user is deleted")
                .containsExactlyElementsOf(tables(service, OF_USERS));
    }

    private static List<String> tables(String service, String condition) {
        String tables = """
                select distinct relname as name from pg_class join pg_attribute on attrelid = pg_class.oid
                where relnamespace = ?::regnamespace and relkind in ('r', 'p') and not relispartition
                    and not attisdropped and relname <> 'flyway_schema_history' and (%s)
                order by relname""".formatted(condition);
        return Sql.asSuperuser(service).rows(tables, service).stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();
    }
}
