package io.skyholm.storage.orphan;

import io.skyholm.runtime.page.Condition;
import io.skyholm.runtime.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which of what nobody uses is wanted. */
public record UnusedStorageFilter(
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("kind") @Nullable UnusedKind kind,
        @QueryParam("reason") @Nullable UnusedReason reason,

        @QueryParam("minDays")
        @Parameter(description = "Only what nobody has used for so many days, 1 to 365")
        @Condition("unused_since <= calendar_now() - make_interval(days => ?)")
        @Nullable Integer minDays) {

    private static final int MOST_DAYS = 365;

    public UnusedStorageFilter {
        if (minDays != null && (minDays < 1 || minDays > MOST_DAYS)) {
            throw Problem.invalid("minDays", "must be from 1 to " + MOST_DAYS);
        }
    }
}
