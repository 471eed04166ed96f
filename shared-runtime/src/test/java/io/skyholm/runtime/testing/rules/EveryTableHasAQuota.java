package io.skyholm.runtime.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.skyholm.runtime.quota.QuotaPolicy;
import io.skyholm.runtime.quota.RowQuota;
import io.skyholm.runtime.quota.RowQuotas;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares the tables of a service that hold rows of tenants with its quota policies: a table that nobody has thought of could be
 * filled by whoever opens an account.
 */
public final class EveryTableHasAQuota {

    private static final String TABLES = """
            select relname as name from pg_class
            where relnamespace = ?::regnamespace and relkind in ('r', 'p') and not relispartition
                and (relname in ('tenant', 'known_tenant') or exists (select from pg_attribute
                    where attrelid = pg_class.oid and attname = 'tenant_id' and not attisdropped))
            order by relname""";

    private EveryTableHasAQuota() {}

    /** Fails naming the tables of which nobody speaks, or several do, and those that are not there. */
    public static void in(String service) {
        List<String> tables = Sql.asSuperuser(service).rows(TABLES, service).stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();
        assertThat(Stream.concat(
                        quotas().counted().stream().map(RowQuota::table).distinct(),
                        policies().flatMap(policy -> policy.unlimited().keySet().stream())))
                .as("each table with rows of tenants, either with quotas or without one for a reason")
                .containsExactlyInAnyOrderElementsOf(tables);
    }

    private static RowQuotas quotas() {
        return Arc.container().select(RowQuotas.class).get();
    }

    private static Stream<QuotaPolicy> policies() {
        return Arc.container().select(QuotaPolicy.class).stream();
    }
}
