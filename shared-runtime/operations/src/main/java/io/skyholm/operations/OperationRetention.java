package io.skyholm.operations;

import static java.time.Duration.ofDays;

import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** How long operations that have ended can be looked at. */
@Singleton
class OperationRetention implements RetentionPolicy {

    @Override
    public List<Retention> expiring() {
        return List.of(Retention.of("operation", "ended_at", ofDays(180)));
    }

    @Override
    public Map<String, String> exempt() {
        return Map.of();
    }
}
