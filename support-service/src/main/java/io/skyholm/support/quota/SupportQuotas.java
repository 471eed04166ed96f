package io.skyholm.support.quota;

import io.skyholm.runtime.quota.QuotaPolicy;
import jakarta.inject.Singleton;
import java.util.Map;

/** What needs no quota beside the aggregates that are counted when they are inserted. */
@Singleton
class SupportQuotas implements QuotaPolicy {

    @Override
    public Map<String, String> unlimited() {
        return Map.of(
                "notification",
                "made by the platform, one unread for each thing and what became of it, and gone after half a year");
    }
}
