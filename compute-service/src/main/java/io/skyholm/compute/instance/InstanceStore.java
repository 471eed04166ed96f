package io.skyholm.compute.instance;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.compute.machine.RentalMode;
import io.skyholm.compute.part.NetworksColumn;
import io.skyholm.compute.placement.Affinity;
import io.skyholm.compute.placement.Explanation;
import io.skyholm.compute.schedule.Schedule;
import io.skyholm.compute.stackscript.RenderedScript;
import io.skyholm.compute.stackscript.SealedScripts;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds instances. */
@Singleton
class InstanceStore {

    private static final String SELECT = """
            select instance.*, port.ipv4, port.ipv6, place.since as waiting_since, place.explanation,
                (select count(*) from placement_queue before where before.number <= place.number) as position
            from (select * from instance) instance
            left join lateral (select ipv4, ipv6 from known_network where instance_id = instance.id) port on true
            left join lateral (select number, since, explanation from placement_queue where instance_id = instance.id)
                place on true""";

    private final TenantRead read;
    private final SealedScripts scripts;

    InstanceStore(TenantRead read, SealedScripts scripts) {
        this.read = read;
        this.scripts = scripts;
    }

    Uni<Optional<InstanceView>> find(TenantScope scope, UUID id) {
        return read.one(scope, Statement.of(SELECT + " where id = $1", id), row -> view(scope, row));
    }

    Uni<List<InstanceView>> list(TenantScope scope, InstanceFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .inScope(scope)
                .where("tenant_id = ?", filter.tenantId())
                .where("user_id = ?", filter.userId())
                .where("(deleted_at is null) = ?", filter.status() != InstanceStatus.DELETED)
                .where(
                        "status = ?",
                        filter.status() == null ? null : filter.status().name())
                .where("lower(name) = lower(?)", filter.name())
                .where("resource_pool_id = ?", filter.resourcePoolId())
                .where("compute_machine_id = ?", filter.computeMachineId())
                .where("instance_set_id = ?", filter.instanceSetId())
                .where("? = any(tags)", filter.tag());
        return read.list(scope, query.page(page), row -> view(scope, row));
    }

    private InstanceView view(TenantScope scope, Row row) {
        String affinity = row.getString("affinity");
        boolean theirs = Objects.equals(scope.tenantId(), row.getUUID("tenant_id"));
        return new InstanceView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getUUID("user_id"),
                row.getString("name"),
                row.getString("hostname"),
                InstanceStatus.valueOf(row.getString("status")),
                detail(row),
                row.getUUID("operation_id"),
                waiting(row),
                row.getInteger("cpu_cores"),
                row.getInteger("memory_gb"),
                row.getInteger("storage_gb"),
                row.getInteger("gpu_count"),
                row.getUUID("plan_id"),
                row.getUUID("template_id"),
                row.getString("template_version"),
                row.getString("image"),
                row.getString("external_id"),
                row.getString("region"),
                RentalMode.valueOf(row.getString("rental_mode")),
                row.getUUID("edge_data_center_id"),
                row.getUUID("resource_pool_id"),
                row.getUUID("compute_machine_id"),
                row.getUUID("virtual_machine_id"),
                row.getUUID("instance_set_id"),
                affinity == null ? null : Affinity.valueOf(affinity),
                List.of(row.getArrayOfStrings("tags")),
                NetworksColumn.read(row.getString("networks")),
                row.getString("ipv4"),
                row.getString("ipv6"),
                row.getString("ipv4") == null ? row.getString("ipv6") : row.getString("ipv4"),
                row.getUUID("stack_script_id"),
                theirs ? shown(row) : null,
                Objects.requireNonNull(JsonObject.read(row.getString("config"))),
                row.getBoolean("deletion_protection"),
                row.getInteger("undo_seconds"),
                ColumnReaders.instantOrNull(row, "deletable_at"),
                Schedule.read(row.getString("schedule")),
                ColumnReaders.instantOrNull(row, "scheduled_at"),
                ColumnReaders.instant(row, "created_at"),
                ColumnReaders.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                ColumnReaders.instantOrNull(row, "deleted_at"));
    }

    private @Nullable Map<String, String> shown(Row row) {
        return scripts.open(row.getString("stack_script_data"))
                .map(RenderedScript::shown)
                .orElse(null);
    }

    private static @Nullable String detail(Row row) {
        String detail = row.getString("status_detail");
        return detail == null ? row.getString("wait_reason") : detail;
    }

    private static InstanceView.@Nullable Wait waiting(Row row) {
        String explanation = row.getString("explanation");
        return explanation == null
                ? null
                : new InstanceView.Wait(
                        row.getLong("position"),
                        ColumnReaders.instant(row, "waiting_since"),
                        Explanation.read(explanation));
    }
}
