package io.skyholm.audit.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Columns;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds entries. */
@Singleton
class AuditStore {

    private static final String SELECT = """
            select id, tenant_id, user_id, action, resource_type, resource_id, event_type, generation, correlation_id,
                details, ip_address, user_agent, status, created_at, recorded_at
            from audit_entry""";

    private final TenantRead read;
    private final ObjectMapper json;

    AuditStore(TenantRead read, ObjectMapper json) {
        this.read = read;
        this.json = json;
    }

    Uni<Optional<AuditEntryView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), this::view);
    }

    Uni<List<AuditEntryView>> list(TenantScope scope, AuditFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("tenant_id = ?", filter.tenantId())
                .where("user_id = ?", filter.userId())
                .where("resource_type = ?", filter.resourceType())
                .where("resource_id = ?", filter.resourceId())
                .where("action = ?", filter.action())
                .where("correlation_id = ?", filter.correlationId())
                .where("created_at >= ?", Columns.parameter(filter.from()))
                .where("created_at < ?", Columns.parameter(filter.until()));
        return read.list(scope, query.page(page), this::view);
    }

    private AuditEntryView view(Row row) {
        return new AuditEntryView(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getUUID("user_id"),
                row.getString("action"),
                row.getString("resource_type"),
                row.getString("resource_id"),
                row.getString("event_type"),
                row.getLong("generation"),
                row.getString("correlation_id"),
                tree(row.getString("details")),
                row.getString("ip_address"),
                row.getString("user_agent"),
                AuditStatus.valueOf(row.getString("status")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "recorded_at"));
    }

    private JsonNode tree(String details) {
        try {
            return json.readTree(details);
        } catch (JsonProcessingException columnIsChecked) {
            throw new IllegalStateException(columnIsChecked);
        }
    }
}
