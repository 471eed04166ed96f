package io.skyholm.compute.template;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** How large an instance of a set is. */
public record TemplateSize(
        @NotNull @Min(1) @Max(MOST_CORES) Integer cpuCores,

        @NotNull @Min(1) @Max(MOST_MEMORY) Integer memoryGb,

        @NotNull @Min(1) @Max(MOST_STORAGE) Integer storageGb,

        @Min(0) @Max(MOST_GPUS) @Nullable Integer gpuCount) {

    static final int MOST_CORES = 512;
    static final int MOST_MEMORY = 16_384;
    static final int MOST_STORAGE = 100_000;
    static final int MOST_GPUS = 16;
}
