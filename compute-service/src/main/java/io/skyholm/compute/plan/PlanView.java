package io.skyholm.compute.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan as callers see it, in the words in which billing will speak of it. */
@Schema(name = "Plan")
public record PlanView(
        UUID id,
        long generation,
        String name,
        int vcpus,
        int memoryMb,
        int diskGb,
        int gpuCount,
        @Nullable Integer networkOutMbps,
        @Nullable Integer transferGb,

        @Schema(description = "A decimal number; what is paid for an hour, at most the monthly rate in a month")
        @Nullable String hourlyRate,

        @Nullable String monthlyRate,
        @Nullable String currency,

        @Schema(description = "Where it can be had; empty for everywhere")
        List<String> availableRegions,

        @JsonProperty("isActive") boolean isActive,
        Instant createdAt,
        Instant updatedAt) {}
