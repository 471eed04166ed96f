package io.skyholm.compute.template;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.compute.TemplateStatus;
import io.skyholm.events.compute.TemplateType;
import io.skyholm.events.compute.TemplateVisibility;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Columns;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the templates that somebody may use: row level security knows the tenants, and this the groups. */
@Singleton
class TemplateStore {

    private static final Permission MANAGE = new Permission(ResourceType.TEMPLATE, Action.MANAGE);

    /** For whom a template is that is not for all its tenant's people; the question mark is the user. */
    private static final String FOR_USER = """
            (visibility <> 'GROUP_SPECIFIC' or owner_id = ?
                or exists (select 1 from template_group_member member
                    where member.group_id = user_group_id and member.user_id = ? and not member.removed))""";

    private static final String SELECT = """
            select id, generation, tenant_id, owner_id, name, description, use_case, template_type,
                base_image_id, default_cpu_cores, default_memory_gb, default_storage_gb, default_gpu_count,
                default_bandwidth_gbps, min_cpu_cores, min_memory_gb, min_storage_gb, network_config, user_data, members, tags, visibility, user_group_id,
                version, status, created_at, updated_at, created_by, updated_by, deleted_at
            from template""";

    private final TenantRead read;

    TemplateStore(TenantRead read) {
        this.read = read;
    }

    /** The condition under which the caller sees a row. */
    static String visibleTo(Caller caller, int parameter) {
        return caller.may(MANAGE)
                ? "$%1$d::uuid is not null".formatted(parameter)
                : FOR_USER.replace("?", "$" + parameter);
    }

    Uni<Optional<TemplateView>> find(Caller caller, UUID id) {
        String sql = SELECT + " where id = $1 and " + visibleTo(caller, 2);
        return read.one(caller.scope(), Statement.of(sql, id, caller.id()), TemplateStore::view);
    }

    Uni<List<TemplateView>> list(Caller caller, TemplateFilter filter, PageRequest page) {
        ListQuery query = ListQuery.of(SELECT)
                .where("(deleted_at is null) = ?", filter.status() != TemplateStatus.DELETED)
                .where(FOR_USER, caller.may(MANAGE) ? null : caller.id())
                .where("tenant_id = ?", filter.tenantId())
                .where("lower(name) = lower(?)", filter.name())
                .where("template_type = ?", nameOf(filter.templateType()))
                .where("use_case = ?", nameOf(filter.useCase()))
                .where("visibility = ?", nameOf(filter.visibility()))
                .where("status = ?", nameOf(filter.status()))
                .where("tags @> array[?]::text[]", filter.tag());
        return read.list(caller.scope(), query.page(page), TemplateStore::view);
    }

    private static @Nullable String nameOf(@Nullable Enum<?> member) {
        return member == null ? null : member.name();
    }

    private static @Nullable UseCase useCase(@Nullable String name) {
        return name == null ? null : UseCase.valueOf(name);
    }

    private static TemplateView view(Row row) {
        return new TemplateView(
                row.getUUID("id"),
                row.getLong("generation"),
                row.getUUID("tenant_id"),
                row.getUUID("owner_id"),
                row.getString("name"),
                row.getString("description"),
                useCase(row.getString("use_case")),
                TemplateType.valueOf(row.getString("template_type")),
                row.getUUID("base_image_id"),
                row.getInteger("default_cpu_cores"),
                row.getInteger("default_memory_gb"),
                row.getInteger("default_storage_gb"),
                row.getInteger("default_gpu_count"),
                row.getBigDecimal("default_bandwidth_gbps"),
                row.getInteger("min_cpu_cores"),
                row.getInteger("min_memory_gb"),
                row.getInteger("min_storage_gb"),
                JsonObject.read(row.getString("network_config")),
                row.getString("user_data"),
                Members.read(row.getString("members")),
                List.of(row.getArrayOfStrings("tags")),
                TemplateVisibility.valueOf(row.getString("visibility")),
                row.getUUID("user_group_id"),
                row.getString("version"),
                TemplateStatus.valueOf(row.getString("status")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getUUID("created_by"),
                row.getUUID("updated_by"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
