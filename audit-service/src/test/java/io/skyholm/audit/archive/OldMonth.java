package io.skyholm.audit.archive;

import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.EntryJson;
import io.skyholm.audit.chain.Happened;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A month long ago in which a tenant did something; its chain goes on today. */
record OldMonth(YearMonth month, UUID tenant, List<Entry> chain) {

    private static final Sql EVERYTHING = Sql.asSuperuser("audit");
    private static final String INSERT = """
            insert into audit_entry (position, id, chain_id, sequence, tenant_id, user_id, action, resource_type,
                resource_id, event_type, generation, correlation_id, details, ip_address, user_agent, status,
                created_at, recorded_at, previous_hash, hash)
            select sequence, id, "tenantId", sequence, "tenantId", "userId", action, "resourceType",
                "resourceId", "eventType", generation, "correlationId", details::text, "ipAddress", "userAgent", status,
                "createdAt", "recordedAt", "previousHash", hash
            from json_to_record(?::json) as entry (sequence bigint, id uuid, "tenantId" uuid, "userId" uuid, action text,
                "resourceType" text, "resourceId" text, "eventType" text, generation bigint, "correlationId" text,
                details json, "ipAddress" text, "userAgent" text, status text, "createdAt" timestamptz,
                "recordedAt" timestamptz, "previousHash" text, hash text)""";

    /** So many entries of somebody new. */
    static OldMonth with(YearMonth month, int entries) {
        UUID tenant = UUID.randomUUID();
        Instant then = month.atDay(15).atStartOfDay().toInstant(ZoneOffset.UTC);
        OldMonth old = new OldMonth(month, tenant, Happened.chain(tenant, entries, then));
        old.write();
        return old;
    }

    LocalDate begins() {
        return month.atDay(1);
    }

    String table() {
        return "audit_entry_" + month.toString().replace('-', '_');
    }

    boolean exists() {
        return EVERYTHING.number("select count(*) from pg_class where relname = ?", table()) == 1;
    }

    private void write() {
        EVERYTHING.change("create table if not exists %s partition of audit_entry for values from ('%s') to ('%s')"
                .formatted(table(), begins(), month.plusMonths(1).atDay(1)));
        EVERYTHING.change("alter table %s owner to audit_owner".formatted(table()));
        chain.forEach(entry -> EVERYTHING.change(INSERT, EntryJson.line(entry)));
        EVERYTHING.change(
                "insert into audit_chain values (?, ?, ?, ?, now())",
                tenant,
                tenant,
                chain.size(),
                chain.getLast().hash());
    }
}
