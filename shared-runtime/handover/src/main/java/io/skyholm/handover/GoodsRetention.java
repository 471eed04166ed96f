package io.skyholm.handover;

import static java.time.Duration.ofDays;

import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** How long it is kept what was reserved of an instance that was offered: a little longer than the offer can be looked at. */
@Singleton
class GoodsRetention implements RetentionPolicy {

    @Override
    public List<Retention> expiring() {
        return List.of(Retention.of("instance_goods", "updated_at", ofDays(400)).when("phase <> 'PREPARED'"));
    }

    @Override
    public Map<String, String> exempt() {
        return Map.of();
    }
}
