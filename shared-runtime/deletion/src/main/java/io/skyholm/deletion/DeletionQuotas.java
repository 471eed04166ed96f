package io.skyholm.deletion;

import io.skyholm.runtime.quota.QuotaPolicy;
import io.skyholm.runtime.quota.RowQuota;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Deletions are bounded by what there is to delete. */
@Singleton
class DeletionQuotas implements QuotaPolicy {

    @Override
    public List<RowQuota> limited() {
        return List.of();
    }

    @Override
    public Map<String, String> unlimited() {
        return Map.of("data_deletion", "one row for each deleted tenant and user");
    }
}
