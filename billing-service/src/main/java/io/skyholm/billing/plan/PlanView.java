package io.skyholm.billing.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skyholm.events.billing.PlanKind;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Plan as callers see it. */
@Schema(name = "Plan")
public record PlanView(
        UUID id,
        long generation,
        int version,
        PlanKind kind,
        @Nullable DiskType diskType,
        String name,
        @Nullable String provider,
        @Nullable String providerType,
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
        List<String> availableRegions,
        @JsonProperty("isActive") boolean isActive,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {

    /** The same as that caller may see it: what it costs the platform, and where that buys it, concerns operators alone. */
    PlanView shownTo(Caller caller) {
        return caller.ofPlatform()
                ? this
                : new PlanView(
                        id,
                        generation,
                        version,
                        kind,
                        diskType,
                        name,
                        null,
                        null,
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
                        availableRegions,
                        isActive,
                        createdAt,
                        updatedAt,
                        null,
                        null,
                        deletedAt);
    }
}
