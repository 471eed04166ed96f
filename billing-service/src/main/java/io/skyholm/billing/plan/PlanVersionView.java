package io.skyholm.billing.plan;

import io.skyholm.runtime.access.Caller;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The terms of a plan, as they were from one change to the next. */
@Schema(name = "PlanVersion")
public record PlanVersionView(
        UUID id,
        UUID planId,
        int version,
        int vcpus,
        int memoryMb,
        int diskGb,
        int gpuCount,
        @Nullable Integer transferGb,
        @Nullable Integer networkOutMbps,
        boolean bySecond,
        String currency,
        @Nullable String baseCost,
        @Nullable String markupPercentage,
        String hourlyRate,
        String monthlyRate,
        Instant createdAt,
        @Nullable UUID createdBy) {

    /** The same as that caller may see it: what it costs the platform concerns operators alone. */
    PlanVersionView shownTo(Caller caller) {
        return caller.ofPlatform()
                ? this
                : new PlanVersionView(
                        id,
                        planId,
                        version,
                        vcpus,
                        memoryMb,
                        diskGb,
                        gpuCount,
                        transferGb,
                        networkOutMbps,
                        bySecond,
                        currency,
                        null,
                        null,
                        hourlyRate,
                        monthlyRate,
                        createdAt,
                        null);
    }
}
