package io.skyholm.handover;

import io.skyholm.runtime.quota.QuotaPolicy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** What is promised to a tenant counts for it, beside the one whose it is until it goes. */
@Singleton
class GoodsQuota implements QuotaPolicy {

    private static final String PROMISED = """
            select coalesce(sum((counts::jsonb ->> $2)::bigint), 0)::bigint from instance_goods
            where to_tenant_id = $1 and phase = 'PREPARED'""";

    @Override
    public Optional<String> promised() {
        return Optional.of(PROMISED);
    }

    @Override
    public Map<String, String> unlimited() {
        return Map.of(
                "instance_goods", "one row for each offer of an instance, of which the tenant's quota allows so many");
    }
}
