package io.skyholm.storage.snapshot;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of a snapshot: a field that is left out stays, one that is null is cleared. */
public record ChangeSnapshot(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,

        @Schema(
                description =
                        "When it is deleted by itself, as if you did; with null it stays until somebody deletes it")
        @Nullable Optional<Instant> expiresAt,

        @Size(max = 32) @Nullable List<@NotNull @Name String> tags) {

    void applyTo(DiskSnapshot snapshot) {
        snapshot.name = Patch.of(name, snapshot.name);
        snapshot.description = Patch.of(description, snapshot.description);
        snapshot.tags = tags == null ? snapshot.tags : tags.toArray(String[]::new);
    }
}
