package io.skyholm.runtime.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compares the tables of a service with its retention policy: a table that nobody has thought of would grow for ever. */
public final class EveryTableEnds {

    private static final String TABLES = """
            select relname as name from pg_class
            where relnamespace = ?::regnamespace and relkind in ('r', 'p') and not relispartition
            order by relname""";

    /** Without such an index every round of housekeeping reads the whole table. */
    private static final String INDEXED = """
            select count(*) from pg_index
            join pg_attribute on attrelid = indrelid and attnum = indkey[0]
            where indrelid = ?::regclass and attname = ?""";

    private EveryTableEnds() {}

    /** Fails naming the tables that are in no policy, and what policies say of tables that are not there. */
    public static void in(String service) {
        Sql sql = Sql.asSuperuser(service);
        List<String> tables = sql.rows(TABLES, service).stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();
        assertThat(Stream.concat(expiring(), exempt().stream()))
                .as("each table once, either expiring or exempt with a reason")
                .containsExactlyInAnyOrderElementsOf(tables);
        assertThat(policies().flatMap(policy -> policy.expiring().stream()))
                .as("tables with an index that begins with the age of a row")
                .allSatisfy(retention -> assertThat(
                                sql.number(INDEXED, service + "." + retention.table(), retention.time()))
                        .as(retention.table())
                        .isPositive());
    }

    /** A service may exempt what expires in others. */
    private static Stream<String> expiring() {
        Set<String> exempt = Set.copyOf(exempt());
        return policies()
                .flatMap(policy -> policy.expiring().stream())
                .map(Retention::table)
                .filter(table -> !exempt.contains(table));
    }

    private static List<String> exempt() {
        return policies().flatMap(policy -> policy.exempt().keySet().stream()).toList();
    }

    private static Stream<RetentionPolicy> policies() {
        return Arc.container().select(RetentionPolicy.class).stream();
    }
}
