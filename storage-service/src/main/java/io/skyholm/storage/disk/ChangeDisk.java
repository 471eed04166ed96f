package io.skyholm.storage.disk;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of what a disk is called: a field that is left out stays, one that is null is cleared. */
public record ChangeDisk(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,

        @Size(max = 32) @Nullable List<@NotNull @Name String> tags) {

    void applyTo(Disk disk) {
        disk.name = Patch.of(name, disk.name);
        disk.description = Patch.of(description, disk.description);
        disk.tags = tags == null ? disk.tags : tags.toArray(String[]::new);
    }
}
