package io.skyholm.support.retention;

import static java.time.Duration.ofDays;

import io.skyholm.runtime.housekeeping.Exemptions;
import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What was asked and answered stays until somebody deletes it; what people were told goes after half a year. */
@Singleton
class SupportRetention implements RetentionPolicy {

    @Override
    public List<Retention> expiring() {
        return List.of(Retention.ofDeleted("ticket"), Retention.of("notification", "created_at", ofDays(180)));
    }

    @Override
    public Map<String, String> exempt() {
        return new Exemptions()
                .because("one row", "ticket_series")
                .because("rows go with their ticket", "ticket_message")
                .toMap();
    }
}
