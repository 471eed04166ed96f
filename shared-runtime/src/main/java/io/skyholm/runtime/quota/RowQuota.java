package io.skyholm.runtime.quota;

import io.skyholm.events.identity.CountedKind;

/**
 * That the rows of a table count against a tenant's quota.
 *
 * @param kind as what they count
 * @param table the table
 * @param counted the condition of those that count
 */
public record RowQuota(CountedKind kind, String table, String counted) {

    /** Rows that count until they are deleted. */
    public static RowQuota ofLiving(CountedKind kind, String table) {
        return new RowQuota(kind, table, "deleted_at is null");
    }

    String count() {
        return "select count(*) from (select from %s where tenant_id = $1 and %s limit $2) held"
                .formatted(table, counted);
    }

    /** Its name and how many rows count, of a tenant that is the first parameter: two arguments of {@code jsonb_build_object}. */
    public String labelled() {
        return "'%s', (select count(*) from %s where tenant_id = $1 and %s)".formatted(kind.label(), table, counted);
    }
}
