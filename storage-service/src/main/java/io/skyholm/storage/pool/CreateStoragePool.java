package io.skyholm.storage.pool;

import io.skyholm.events.storage.DiskType;
import io.skyholm.events.storage.StoragePoolStatus;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new pool in the data centre of its machine; it takes disks unless it says otherwise. */
public record CreateStoragePool(
        @NotNull UUID computeMachineId,
        @NotNull @Name String name,
        @Text @Nullable String description,
        @NotNull DiskType diskType,
        @NotNull @Min(1) @Max(MOST_GB) Long capacityGb,
        @Nullable StoragePoolStatus status) {

    static final long MOST_GB = 1_000_000_000;
}
