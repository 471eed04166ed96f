package io.skyholm.compute.size;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A size as somebody asks for it: a plan's, a template's, or outright; what is said outright goes before a template. */
public record SizeWish(
        @Nullable UUID planId,
        @Nullable UUID templateId,
        @Nullable Integer cpuCores,
        @Nullable Integer memoryGb,
        @Nullable Integer storageGb,
        @Nullable Integer gpuCount) {

    boolean saysSomething() {
        return cpuCores != null || memoryGb != null || storageGb != null || gpuCount != null;
    }
}
