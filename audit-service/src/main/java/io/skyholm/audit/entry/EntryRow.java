package io.skyholm.audit.entry;

import io.skyholm.audit.chain.AuditStatus;
import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.Occurrence;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.vertx.sqlclient.Row;

/**
 * Reads a row of the audit, with its place among all of them. By position and not by name: it becomes an entry within which is what
 * happened, as the hash is made of them, and a record made by name is flat.
 */
public record EntryRow(long position, Entry entry) {

    /** What {@link #of} reads; conditions follow. */
    public static final String SELECT = """
            select position, id, tenant_id, user_id, credential, action, resource_type, resource_id, event_type,
                generation, correlation_id, details, ip_address, user_agent, status, created_at, recorded_at, sequence,
                previous_hash, hash
            from audit_entry""";

    /** The row as it was found. */
    public static EntryRow of(Row row) {
        Entry entry = new Entry(
                occurrence(row),
                ColumnReaders.instant(row, "recorded_at"),
                row.getLong("sequence"),
                row.getString("previous_hash"),
                row.getString("hash"));
        return new EntryRow(row.getLong("position"), entry);
    }

    private static Occurrence occurrence(Row row) {
        return new Occurrence(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getUUID("user_id"),
                row.getString("credential"),
                row.getString("action"),
                row.getString("resource_type"),
                row.getString("resource_id"),
                row.getString("event_type"),
                row.getLong("generation"),
                row.getString("correlation_id"),
                row.getString("details"),
                row.getString("ip_address"),
                row.getString("user_agent"),
                AuditStatus.valueOf(row.getString("status")),
                ColumnReaders.instant(row, "created_at"));
    }
}
