package io.skyholm.operations;

import io.skyholm.runtime.quota.QuotaPolicy;
import jakarta.inject.Singleton;
import java.util.Map;

/** Operations are bounded by the calls that begin them. */
@Singleton
class OperationQuotas implements QuotaPolicy {

    @Override
    public Map<String, String> unlimited() {
        return Map.of(
                "operation", "one row for a call, of which the gateway lets so many in; goes some time after its end");
    }
}
