package io.skyholm.storage.backup;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new backup of a snapshot. */
public record CreateBackup(
        @NotNull @Name String name,
        @Text @Nullable String description,

        @Size(max = 32) List<@NotNull @Name String> tags,
        @Nullable Boolean full) {

    @SuppressWarnings("NullAway") // JSON may leave it out.
    public CreateBackup {
        tags = tags == null ? List.of() : tags;
    }

    /** Whether it is to stand on no other. */
    boolean wantsAll() {
        return Boolean.TRUE.equals(full);
    }
}
