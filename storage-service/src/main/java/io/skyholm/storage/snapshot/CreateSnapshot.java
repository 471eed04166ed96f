package io.skyholm.storage.snapshot;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new snapshot of a disk. */
public record CreateSnapshot(
        @NotNull @Name String name,
        @Text @Nullable String description,

        @Schema(
                description =
                        "When it is deleted by itself, as if you did; without it it stays until somebody deletes it")
        @Nullable Instant expiresAt,

        @Size(max = 32) List<@NotNull @Name String> tags) {

    @SuppressWarnings("NullAway") // JSON may leave it out.
    public CreateSnapshot {
        tags = tags == null ? List.of() : tags;
    }
}
