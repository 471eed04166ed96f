package io.skyholm.storage.image;

import static io.skyholm.storage.image.ImageSize.MOST_CORES;
import static io.skyholm.storage.image.ImageSize.MOST_MEMORY;
import static io.skyholm.storage.image.ImageSize.MOST_STORAGE;

import io.skyholm.events.storage.ImageStatus;
import io.skyholm.events.storage.ImageVisibility;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of an image: a field that is left out stays, one that is null is cleared. */
public record ChangeImage(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,
        @Nullable Optional<@Name String> baseOs,
        @Nullable Optional<@Name String> osVersion,
        @Nullable Optional<@Min(1) @Max(MOST_CORES) Integer> minCpuCores,
        @Nullable Optional<@Min(1) @Max(MOST_MEMORY) Integer> minMemoryGb,
        @Nullable Optional<@Min(1) @Max(MOST_STORAGE) Integer> minStorageGb,
        @Nullable Optional<@Min(1) @Max(MOST_CORES) Integer> recommendedCpuCores,
        @Nullable Optional<@Min(1) @Max(MOST_MEMORY) Integer> recommendedMemoryGb,
        @Nullable ImageVisibility visibility,
        @Nullable UUID userGroupId,
        @Nullable Boolean deletionProtection,
        @Nullable ImageStatus status) {

    void applyTo(Image image) {
        image.name = Patch.of(name, image.name);
        image.description = Patch.of(description, image.description);
        image.baseOs = Patch.of(baseOs, image.baseOs);
        image.osVersion = Patch.of(osVersion, image.osVersion);
        image.minCpuCores = Patch.of(minCpuCores, image.minCpuCores);
        image.minMemoryGb = Patch.of(minMemoryGb, image.minMemoryGb);
        image.minStorageGb = Patch.of(minStorageGb, image.minStorageGb);
        image.recommendedCpuCores = Patch.of(recommendedCpuCores, image.recommendedCpuCores);
        image.recommendedMemoryGb = Patch.of(recommendedMemoryGb, image.recommendedMemoryGb);
        image.deletionProtection = Patch.of(deletionProtection, image.deletionProtection);
        image.status = Patch.status(status, image.status, ImageStatus.DELETED);
        image.isFor(Patch.of(visibility, image.visibility), userGroupId);
    }
}
