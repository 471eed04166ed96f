package io.skyholm.storage.quota;

import io.skyholm.runtime.quota.TenantLimits;
import jakarta.inject.Singleton;

/** Tenants' quotas as identity's facts have told them; {@code disks} limits disks where {@code counts} says nothing of them. */
@Singleton
class DiskLimits implements TenantLimits {

    private static final String MOST = """
            select coalesce(
                (quota_config::json -> 'counts' ->> $2)::bigint,
                case $2 when 'dataDisks' then (quota_config::json ->> 'disks')::bigint end)
            from known_tenant where id = $1""";

    @Override
    public String most() {
        return MOST;
    }
}
