package io.skyholm.compute.size;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A size as somebody asks for it: a plan's, a template's, or outright; both others go before a template. */
public record RequestedSize(
        @Nullable UUID planId,
        @Nullable UUID templateId,
        @Nullable String templateVersion,
        @Nullable Integer cpuCores,
        @Nullable Integer memoryGb,
        @Nullable Integer storageGb,
        @Nullable Integer gpuCount) {

    boolean saysSomething() {
        return cpuCores != null || memoryGb != null || storageGb != null || gpuCount != null;
    }
}
