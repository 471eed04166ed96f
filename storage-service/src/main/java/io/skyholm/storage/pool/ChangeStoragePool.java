package io.skyholm.storage.pool;

import static io.skyholm.storage.pool.CreateStoragePool.MOST_GB;

import io.skyholm.events.storage.StoragePoolStatus;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a pool: a field that is left out stays, one that is null is cleared. */
public record ChangeStoragePool(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,
        @Min(1) @Max(MOST_GB) @Nullable Long capacityGb,
        @Nullable StoragePoolStatus status) {

    void applyTo(StoragePool pool) {
        pool.name = Patch.of(name, pool.name);
        pool.description = Patch.of(description, pool.description);
        pool.resize(Patch.of(capacityGb, pool.capacityGb));
        pool.status = Patch.status(status, pool.status, StoragePoolStatus.DELETED);
    }
}
