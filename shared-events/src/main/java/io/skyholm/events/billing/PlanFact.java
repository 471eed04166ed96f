package io.skyholm.events.billing;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import io.skyholm.events.storage.DiskType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan as every service may know it. */
@JsonClassDescription(
        "A plan: a size in which instances or containers are offered and what it costs, or the price of so many GiB of storage.")
public record PlanFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this plan; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Counts its terms: what was billed names the version that held then.")
        int version,

        @JsonPropertyDescription("What it is for.") PlanKind kind,

        @JsonPropertyDescription("The type of the disks whose price it is; present exactly for DISK.") @Nullable DiskType diskType,

        @JsonPropertyDescription("Unique among plans of its kind.")
        String name,

        @JsonPropertyDescription("The cloud that the platform buys it from; absent for its own machines.") @Nullable String provider,

        @JsonPropertyDescription("What that cloud calls it.") @Nullable String providerType,

        @JsonPropertyDescription("How many CPU cores.") int vcpus,

        @JsonPropertyDescription("How much memory, in MiB.") int memoryMb,

        @JsonPropertyDescription(
                "How much storage, in GiB; of a price, for how many its rates are: more or less of them cost in proportion.")
        int diskGb,

        @JsonPropertyDescription("How many GPUs.") int gpuCount,

        @JsonPropertyDescription("How much may be sent in a month, in GB; absent where nothing limits it.") @Nullable Integer transferGb,

        @JsonPropertyDescription(
                "How fast each port of an instance may send, and get as well, in Mbit/s; absent where nothing limits it.")
        @Nullable Integer networkOutMbps,

        @JsonPropertyDescription("The ISO 4217 code of the currency of its costs and rates.")
        String currency,

        @JsonPropertyDescription("What it costs the platform in a month, a decimal number.") @Nullable String baseCost,

        @JsonPropertyDescription("What is added to the base cost, in per cent, a decimal number.") @Nullable String markupPercentage,

        @JsonPropertyDescription("What an hour costs, a decimal number; in a month at most the monthly rate.")
        String hourlyRate,

        @JsonPropertyDescription("What a month costs at most, a decimal number.")
        String monthlyRate,

        @JsonPropertyDescription("Where it can be had; empty for everywhere.")
        List<String> availableRegions,

        @JsonPropertyDescription("Whether it can be chosen for something new.")
        boolean isActive,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("When it was retired.") @Nullable Instant deletedAt)
        implements Fact {

    /** Belongs to the platform. */
    @Override
    public @Nullable UUID tenantId() {
        return null;
    }
}
