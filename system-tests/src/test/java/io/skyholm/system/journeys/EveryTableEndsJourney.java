package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Database;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every table of every schema expires, or its owner says why it does not. */
class EveryTableEndsJourney {

    /** Longer than the first round of housekeeping lets one wait. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final String SCHEMAS = """
            select distinct n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition
                and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1""";
    private final Database operator = Database.asOperator();

    @Test
    void everyTableOfEverySchemaHasAnEndOrAReason() {
        List<String> schemas = operator.texts(SCHEMAS);
        assertThat(schemas).contains("identity", "compute", "network", "storage", "billing", "support", "audit");
        for (String schema : schemas) {
            Eventually.until(TIMEOUT, () -> operator.number("select count(*) from %s.retention".formatted(schema)) > 0);
            assertThat(operator.texts("""
            select c.relname from pg_class c left join %1$s.retention r on r.table_name = c.relname
            where c.relnamespace = '%1$s'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                and r.table_name is null order by 1""".formatted(schema)))
                    .as("tables of " + schema + " that are in no retention policy")
                    .isEmpty();
            Eventually.until(TIMEOUT, () -> operator.texts(
                            "select table_name from %s.retention where kept_seconds is not null and checked_at is null"
                                    .formatted(schema))
                    .isEmpty());
        }
    }
}
