package io.skyholm.storage.image;

import static io.skyholm.storage.image.ImageSize.MOST_CORES;
import static io.skyholm.storage.image.ImageSize.MOST_MEMORY;
import static io.skyholm.storage.image.ImageSize.MOST_STORAGE;

import io.skyholm.events.storage.ImageArchitecture;
import io.skyholm.events.storage.ImageType;
import io.skyholm.events.storage.ImageVisibility;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new image; without a tenant it is the caller's, or the platform's if they work for the operator. */
public record CreateImage(
        @Nullable UUID tenantId,
        @NotNull @Name String name,
        @Text @Nullable String description,
        @NotNull ImageType imageType,
        @Name @Nullable String baseOs,
        @Name @Nullable String osVersion,
        @Nullable ImageArchitecture architecture,

        @Min(1) @Max(MOST_CORES) @Nullable Integer minCpuCores,

        @Min(1) @Max(MOST_MEMORY) @Nullable Integer minMemoryGb,

        @Min(1) @Max(MOST_STORAGE) @Nullable Integer minStorageGb,

        @Min(1) @Max(MOST_CORES) @Nullable Integer recommendedCpuCores,

        @Min(1) @Max(MOST_MEMORY) @Nullable Integer recommendedMemoryGb,

        @Nullable ImageVisibility visibility,
        @Nullable UUID userGroupId,
        @Nullable Boolean deletionProtection) {}
