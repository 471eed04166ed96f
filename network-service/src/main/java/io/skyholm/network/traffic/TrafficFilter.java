package io.skyholm.network.traffic;

import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Whose traffic of which month is wanted. */
public record TrafficFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("instanceId") @Nullable UUID instanceId,
        @QueryParam("portId") @Nullable UUID portId,

        @QueryParam("month")
        @Parameter(description = "As in 2026-11; without it, all months")
        @Condition("month = to_date(?, 'YYYY-MM')")
        @Nullable String month) {

    public TrafficFilter {
        try {
            month = month == null ? null : YearMonth.parse(month).toString();
        } catch (DateTimeException noMonth) {
            throw Problem.invalid("month", "must be a month, as in 2026-11");
        }
    }
}
