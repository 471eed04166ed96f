package io.skyholm.runtime.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Looks as the service's own role into every table that holds rows of tenants: bound to one tenant it sees and changes
 * no other's rows, bound to none it sees nobody's. Not a {@code @QuarkusTest}: Quarkus orders those first, so this one
 * finds the rows that they have left.
 */
public abstract class TenantsStayApart {

    /** These are told apart by their own id. */
    private static final Set<String> TENANTS = Set.of("tenant", "known_tenant");

    private static final String TABLES = """
            select relname as name, relrowsecurity and relforcerowsecurity as secured from pg_class
            join pg_namespace on pg_namespace.oid = relnamespace
            where nspname = ? and relkind in ('r', 'p') and not relispartition and (relname in ('tenant', 'known_tenant')
                or exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'tenant_id'))
            order by relname""";

    private final String service;
    private final Set<String> shown;
    private final Set<String> internal;

    /**
     * For the tables of that service.
     *
     * @param shown tables some of whose rows a tenant shows to all others
     * @param internal tables that only listeners and reconcilers look into
     */
    protected TenantsStayApart(String service, Set<String> shown, Set<String> internal) {
        this.service = service;
        this.shown = shown;
        this.internal = internal;
    }

    @TestFactory
    Stream<DynamicTest> inEveryTable() {
        return Sql.asSuperuser(service).rows(TABLES, service).stream()
                .filter(table -> !internal.contains(name(table)))
                .map(table -> DynamicTest.dynamicTest(name(table), () -> areApartIn(table)));
    }

    private void areApartIn(Map<String, @Nullable Object> table) {
        assertThat(table).containsEntry("secured", true);
        String rows = name(table);
        String column = TENANTS.contains(rows) ? "id" : "tenant_id";
        Sql all = Sql.asSuperuser(service);
        Sql own = Sql.asService(service);
        UUID tenant =
                all.rows("select %1$s as id from %2$s where %1$s is not null limit 1".formatted(column, rows)).stream()
                        .map(row -> UUID.fromString(String.valueOf(row.get("id"))))
                        .findFirst()
                        .orElseGet(UUID::randomUUID);
        String others = "%2$s where %1$s is not null and %1$s <> ?".formatted(column, rows);
        assertThat(orRefused(() -> own.ofTenant(tenant)
                        .change(
                                "update %2$s set %1$s = %1$s where %1$s is distinct from ?".formatted(column, rows),
                                tenant)))
                .as("others' and nobody's rows that it may change")
                .isZero();
        if (!shown.contains(rows)) {
            assertThat(orRefused(() -> own.ofTenant(tenant).number("select count(*) from " + others, tenant)))
                    .as("others' rows that it sees")
                    .isZero();
            assertThat(orRefused(() -> own.number("select count(*) from " + others, UUID.randomUUID())))
                    .as("rows that it sees as nobody")
                    .isZero();
        }
    }

    /** What the role may not even ask for is apart as well. */
    private static long orRefused(LongSupplier asked) {
        try {
            return asked.getAsLong();
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageMatching("(?s).*(permission denied|row-level security).*");
            return 0;
        }
    }

    private static String name(Map<String, @Nullable Object> table) {
        return String.valueOf(table.get("name"));
    }
}
