package io.skyholm.deletion;

import io.skyholm.runtime.quota.QuotaPolicy;
import jakarta.inject.Singleton;
import java.util.Map;

/** Deletions are bounded by what there is to delete. */
@Singleton
class DeletionQuotas implements QuotaPolicy {

    @Override
    public Map<String, String> unlimited() {
        return Map.of("data_deletion", "one row for each deleted tenant and user");
    }
}
