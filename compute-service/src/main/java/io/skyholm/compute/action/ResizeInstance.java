package io.skyholm.compute.action;

import io.skyholm.compute.instance.InstanceView;
import io.skyholm.compute.size.RequestedSize;
import io.skyholm.compute.size.Sizes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another size: a plan's, or outright; what is left out outright stays. */
public record ResizeInstance(
        @Nullable UUID planId,
        @Min(1) @Max(1024) @Nullable Integer cpuCores,
        @Min(1) @Max(65_536) @Nullable Integer memoryGb,
        @Min(1) @Max(1_048_576) @Nullable Integer storageGb,
        @Min(0) @Max(64) @Nullable Integer gpuCount) {

    /** What is resized. */
    static Sizes.Present from(InstanceView present) {
        return new Sizes.Present(present.size(), present.templateId(), present.templateVersion());
    }

    RequestedSize size(InstanceView present) {
        return planId == null
                ? new RequestedSize(
                        null,
                        null,
                        null,
                        cpuCores == null ? present.cpuCores() : cpuCores,
                        memoryGb == null ? present.memoryGb() : memoryGb,
                        storageGb == null ? present.storageGb() : storageGb,
                        gpuCount == null ? present.gpuCount() : gpuCount)
                : new RequestedSize(planId, null, null, cpuCores, memoryGb, storageGb, gpuCount);
    }
}
