package io.skyholm.deletion;

import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The proof of a deletion stays. */
@Singleton
class DeletionRetention implements RetentionPolicy {

    @Override
    public List<Retention> expiring() {
        return List.of();
    }

    @Override
    public Map<String, String> exempt() {
        return Map.of("data_deletion", "proof that nothing is left: one row for each tenant and user that was deleted");
    }
}
