package io.skyholm.audit.month;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether every entry lies in the partition of its month; those that do not are not archived. */
@Wellness
@Singleton
class MonthsHealth implements HealthCheck {

    private final Months months;

    MonthsHealth(Months months) {
        this.months = months;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("every audit entry lies in its month")
                .status(!months.hasStrays())
                .build();
    }
}
