package io.skyholm.runtime.testing.api;

import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How many rows there are in each table of a service, its outbox among them. */
record Rows(String service) {

    /** What changes by itself: work that waits, what other services say, and what a look into the store finds. */
    private static final Set<String> RESTLESS = Set.of(
            "reconcile_task",
            "inbox_event",
            "parked_event",
            "flyway_schema_history",
            "retention",
            "known_tenant",
            "known_user",
            "known_role",
            "known_api_key",
            "known_access_grant",
            "observed_object",
            "ended_session");

    private static final String COUNT = "select '%1$s' as name, count(*) as many from %1$s";

    /** In which audit records these very calls, a moment later. */
    private static final Pattern RECORDED = Pattern.compile("audit_(entry.*|chain)");

    /** Refused calls are told to audit, too. */
    private static final String COUNT_EVENTS =
            COUNT + " where aggregate_type not in ('audit.call', 'audit.refused-calls')";

    /** One query for all tables: this is asked before and after every kind of bad input. */
    Map<String, Long> counts() {
        Sql sql = Sql.asSuperuser(service);
        String counting =
                sql.rows("select table_name from information_schema.tables where table_schema = ?", service).stream()
                        .map(row -> String.valueOf(row.get("table_name")))
                        .filter(table -> !RESTLESS.contains(table)
                                && !RECORDED.matcher(table).matches())
                        .map(table -> (table.equals("outbox_event") ? COUNT_EVENTS : COUNT).formatted(table))
                        .collect(Collectors.joining(" union all "));
        Map<String, Long> counts = new TreeMap<>();
        sql.rows(counting).forEach(row -> counts.put(String.valueOf(row.get("name")), (Long) row.get("many")));
        return counts;
    }
}
