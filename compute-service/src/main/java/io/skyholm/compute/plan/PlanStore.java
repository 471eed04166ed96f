package io.skyholm.compute.plan;

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

/** Finds plans. */
@Singleton
class PlanStore {

    private static final String SELECT = """
            select id, generation, name, cpu_cores, memory_gb * 1024 as memory_mb, storage_gb, gpu_count,
                (bandwidth_gbps * 1000)::integer as network_out_mbps, traffic_gb, hourly_rate::text as hourly_rate,
                monthly_rate::text as monthly_rate, currency, regions, is_active, created_at, updated_at
            from known_plan""";

    private final TenantRead read;

    PlanStore(TenantRead read) {
        this.read = read;
    }

    Uni<Optional<PlanView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), PlanStore::view);
    }

    Uni<List<PlanView>> list(TenantScope scope, PlanFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where("is_active = ?", filter.isActive())
                .where("lower(name) = lower(?)", filter.name());
        return read.list(scope, query.page(page), PlanStore::view);
    }

    private static PlanView view(Row row) {
        return new PlanView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getString("name"),
                row.getInteger("cpu_cores"),
                row.getInteger("memory_mb"),
                row.getInteger("storage_gb"),
                row.getInteger("gpu_count"),
                row.getInteger("network_out_mbps"),
                row.getInteger("traffic_gb"),
                row.getString("hourly_rate"),
                row.getString("monthly_rate"),
                row.getString("currency"),
                List.of(row.getArrayOfStrings("regions")),
                row.getBoolean("is_active"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
