package io.skyholm.compute.capacity;

import io.skyholm.compute.input.TagName;
import io.skyholm.compute.machine.MachineType;
import io.skyholm.compute.machine.RentalMode;
import io.skyholm.compute.placement.Affinity;
import io.skyholm.compute.placement.Demand;
import io.skyholm.compute.placement.PlacementRequest;
import io.skyholm.compute.size.RequestedSize;
import io.skyholm.compute.template.Version;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A size and what its machine must be like, to hear whether there is a place for it. */
public record AskPlacement(
        @Nullable UUID planId,
        @Nullable UUID templateId,

        @Schema(description = "Of which version of the template; or else as it is now") @Version @Nullable String templateVersion,

        @Min(1) @Max(1024) @Nullable Integer cpuCores,
        @Min(1) @Max(65_536) @Nullable Integer memoryGb,
        @Min(1) @Max(1_048_576) @Nullable Integer storageGb,
        @Min(0) @Max(64) @Nullable Integer gpuCount,
        @Nullable UUID edgeDataCenterId,
        @Nullable UUID resourcePoolId,

        @Schema(description = "That of the data centre") @Name @Nullable String region,

        @Nullable RentalMode rentalMode,
        @Nullable MachineType machineType,
        @Name @Nullable String gpuModel,

        @Size(max = 50) @Nullable List<@TagName String> hostTags,

        @Nullable UUID instanceSetId,
        @Nullable Affinity affinity) {

    RequestedSize size() {
        return new RequestedSize(planId, templateId, templateVersion, cpuCores, memoryGb, storageGb, gpuCount);
    }

    Demand of(io.skyholm.compute.size.Size size) {
        return new PlacementRequest(
                        new PlacementRequest.Where(edgeDataCenterId, resourcePoolId, region),
                        new PlacementRequest.Hardware(rentalMode, machineType, gpuModel, hostTags),
                        instanceSetId,
                        affinity)
                .demand(size);
    }
}
