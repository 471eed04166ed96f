package io.skyholm.audit.entry;

import io.skyholm.audit.chain.AuditStatus;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds the statement of a search from the conditions that were asked for; there is an index for each. */
final class EntryQuery {

    /** As the index has it: in the normal form a call under a grant begins with it. */
    private static final String UNDER_A_GRANT =
            "starts_with(details, '{\"accessGrant\":{\"id\":\"') and substr(details, 23, 36) = ?";

    private final StringBuilder sql = new StringBuilder(EntryRow.SELECT).append(" where true");
    private final List<@Nullable Object> parameters = new ArrayList<>();

    private EntryQuery() {}

    static EntryQuery of(TenantScope scope, AuditFilter filter) {
        return new EntryQuery()
                .where("tenant_id = ?", scope.platform() ? null : scope.tenantId())
                .matching(filter);
    }

    /**
     * Entries of one chain behind a sequence, which is their order. Whose they are is left to row level security: a chain is one tenant's, which
     * PostgreSQL does not know and would therefore expect few rows, and read and sort the whole chain for each part of it.
     */
    static EntryQuery ofChain(UUID chain, long sequence, AuditFilter filter) {
        return new EntryQuery().matching(filter).where("chain_id = ?", chain).where("sequence > ?", sequence);
    }

    private EntryQuery matching(AuditFilter filter) {
        return where("tenant_id = ?", filter.tenantId())
                .where("user_id = ?", filter.userId())
                .where("credential = ?", filter.credential())
                .where("resource_type = ?", filter.resourceType())
                .where("resource_id = ?", filter.resourceId())
                .where("action = ?", filter.action())
                .whereStatus(filter.status())
                .where("event_type = ?", filter.eventType())
                .where("correlation_id = ?", filter.correlationId())
                .where("ip_address = ?", filter.ipAddress())
                .where(
                        UNDER_A_GRANT,
                        filter.accessGrantId() == null
                                ? null
                                : filter.accessGrantId().toString())
                .where("created_at >= ?", ColumnReaders.parameter(filter.from()))
                .where("created_at < ?", ColumnReaders.parameter(filter.until()));
    }

    /** Written out, not given as a parameter: a plan that suits every status takes long for the rare ones. */
    private EntryQuery whereStatus(@Nullable AuditStatus status) {
        if (status != null) {
            sql.append(" and status = '").append(status.name()).append('\'');
        }
        return this;
    }

    /** Adds a condition with one parameter, if there is one. */
    EntryQuery where(String condition, @Nullable Object parameter) {
        if (parameter != null) {
            parameters.add(parameter);
            sql.append(" and ").append(condition.replace("?", "$" + parameters.size()));
        }
        return this;
    }

    /**
     * The wanted part, with one row more, which tells whether there is a next part. Ordered by when it was done, so that
     * times are found by the same indexes.
     */
    Statement newestFirst(PageRequest page) {
        if (page.cursor() != null) {
            behind(EntryCursor.parse(page.cursor()));
        }
        return ordered("created_at desc, id desc", page.limit() + 1);
    }

    private void behind(EntryCursor cursor) {
        parameters.add(ColumnReaders.parameter(cursor.createdAt()));
        parameters.add(cursor.id());
        sql.append(" and (created_at, id) < ($%d, $%d)".formatted(parameters.size() - 1, parameters.size()));
    }

    /** So many behind a position, in the order in which they were recorded. */
    Statement asRecorded(long position, int most) {
        return where("position > ?", position).ordered("position", most);
    }

    /** So many of a chain, in its order. */
    Statement asChained(int most) {
        return ordered("sequence", most);
    }

    private Statement ordered(String order, int most) {
        parameters.add(most);
        sql.append(" order by ").append(order).append(" limit $").append(parameters.size());
        return new Statement(sql.toString(), parameters);
    }
}
