package io.skyholm.runtime.quota;

import io.skyholm.events.identity.CountedKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That the rows of a table count against a tenant's quota.
 *
 * @param kind as what they count
 * @param table the table
 * @param counted the condition of those that count
 * @param amount an expression of how much a row counts; null where each counts once
 */
public record RowQuota(
        CountedKind kind,
        String table,
        String counted,
        @Nullable String amount) {

    /** Rows that count once each. */
    public RowQuota(CountedKind kind, String table, String counted) {
        this(kind, table, counted, null);
    }

    /** Rows that count until they are deleted. */
    public static RowQuota ofLiving(CountedKind kind, String table) {
        return new RowQuota(kind, table, "deleted_at is null");
    }

    /** The most that the tenant $1 may have of the kind $2, by its own quota or else $3, and how many of those it has, with what is promised to it. */
    String count(String own, List<String> promised) {
        return promised.isEmpty()
                ? count(own)
                : "select most, held + (%s) as held from (%s) own"
                        .formatted(String.join(") + (", promised), count(own));
    }

    private String count(String own) {
        return amount == null
                ? """
                select allowed.most, (select count(*) from (
                    select from %s where tenant_id = $1 and %s limit allowed.most) counted) as held
                from (select coalesce((%s), $3) as most) allowed""".formatted(table, counted, own)
                : "select coalesce((%s), $3) as most, (%s) as held".formatted(own, sum());
    }

    /** Its name and how many rows count, of a tenant that is the first parameter: two arguments of {@code jsonb_build_object}. */
    public String labelled() {
        return "'%s', (%s)".formatted(kind.label(), sum());
    }

    private String sum() {
        String all = amount == null ? "count(*)" : "coalesce(sum(%s), 0)::bigint".formatted(amount);
        return "select %s from %s where tenant_id = $1 and %s".formatted(all, table, counted);
    }
}
