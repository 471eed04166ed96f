package io.skyholm.storage.backup;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a backup: a field that is left out stays, one that is null is cleared. */
public record ChangeBackup(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,

        @Size(max = 32) @Nullable List<@NotNull @Name String> tags) {

    void applyTo(Backup backup) {
        backup.name = Patch.of(name, backup.name);
        backup.description = Patch.of(description, backup.description);
        backup.tags = tags == null ? backup.tags : tags.toArray(String[]::new);
    }
}
