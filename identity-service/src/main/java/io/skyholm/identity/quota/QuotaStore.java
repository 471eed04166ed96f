package io.skyholm.identity.quota;

import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Finds the limits that apply to a user. */
@Singleton
class QuotaStore {

    private static final String LIMITS = """
            with recursive
                of_user as (
                    select id, tenant_id, username, quota_config from app_user where id = $1 and status <> 'DELETED'),
                of_group (id, parent_group_id, name, quota_config) as (
                    select held.id, held.parent_group_id, held.name, held.quota_config
                    from user_group_member member join user_group held on held.id = member.group_id
                    where member.user_id = $1 and member.deleted_at is null
                    union
                    select parent.id, parent.parent_group_id, parent.name, parent.quota_config
                    from user_group parent join of_group on parent.id = of_group.parent_group_id)
            select 1 as outermost, 'TENANT' as level, tenant.id, tenant.name, tenant.quota_config
            from tenant join of_user on of_user.tenant_id = tenant.id
            union all
            select 2, 'GROUP', id, name, quota_config from of_group
            union all
            select 3, 'USER', id, username, quota_config from of_user
            order by outermost, name, id""";

    private final TenantRead read;

    QuotaStore(TenantRead read) {
        this.read = read;
    }

    /** From the outermost to the user's own; none if there is no such user. */
    Uni<List<QuotaLimit>> of(TenantScope scope, UUID user) {
        return read.list(scope, Statement.of(LIMITS, user), RowType.of(QuotaLimit.class));
    }
}
