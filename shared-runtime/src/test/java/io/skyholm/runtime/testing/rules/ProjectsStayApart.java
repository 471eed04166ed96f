package io.skyholm.runtime.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Looks as the service's own role, limited to a project without members, into every table whose rows belong to users: it sees none of
 * them. A table that says whose its rows are and has no such policy is named, with the reason.
 */
public abstract class ProjectsStayApart {

    private static final String OWNED = """
            select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
            where nspname = ? and relkind in ('r', 'p') and not relispartition and not starts_with(relname, 'known_') and exists (
                select from pg_attribute where attrelid = pg_class.oid and attname in ('user_id', 'owner_id'))
            order by relname""";
    private static final String LIMITED = """
            select count(*) from pg_policy join pg_class on pg_class.oid = polrelid join pg_namespace on pg_namespace.oid = relnamespace
            where nspname = ? and relname = ? and not polpermissive and polname like '%\\_project'""";

    private final String service;
    private final Map<String, String> open;
    private final Map<String, String> shown;

    /**
     * For the tables of that service.
     *
     * @param open tables that a limited call does not come to, each with the reason
     * @param shown tables of which everybody sees some rows, each with the condition of those that belong to users alone
     */
    protected ProjectsStayApart(String service, Map<String, String> open, Map<String, String> shown) {
        this.service = service;
        this.open = open;
        this.shown = shown;
    }

    @TestFactory
    Stream<DynamicTest> inEveryTableWhoseRowsBelongToUsers() {
        return Sql.asSuperuser(service).rows(OWNED, service).stream()
                .map(table -> String.valueOf(table.get("name")))
                .filter(table -> !open.containsKey(table))
                .map(table -> DynamicTest.dynamicTest(table, () -> areApartIn(table)));
    }

    @Test
    void noReasonIsGivenForATableThatIsLimited() {
        assertThat(open.keySet()).allSatisfy(table -> assertThat(limits(table)).isZero());
    }

    private void areApartIn(String table) {
        assertThat(limits(table)).as("policies by which projects stay apart").isPositive();
        UUID tenant = Sql.asSuperuser(service)
                .rows("select tenant_id as tenant from " + table + " where tenant_id is not null limit 1")
                .stream()
                .map(row -> UUID.fromString(String.valueOf(row.get("tenant"))))
                .findFirst()
                .orElseGet(UUID::randomUUID);
        Sql limited = Sql.asService(service).ofTenant(tenant).withinNoProject();
        String owned = shown.getOrDefault(table, "true");
        assertThat(limited.number("select count(*) from " + table + " where " + owned))
                .as("rows that it sees")
                .isZero();
        assertThat(limited.change("update " + table + " set tenant_id = tenant_id where " + owned))
                .as("rows that it may change")
                .isZero();
    }

    private long limits(String table) {
        return Sql.asSuperuser(service).number(LIMITED, service, table);
    }
}
