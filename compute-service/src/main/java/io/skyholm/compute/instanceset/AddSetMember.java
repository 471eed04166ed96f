package io.skyholm.compute.instanceset;

import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An instance that joins a set, and what it is there. */
public record AddSetMember(
        @NotNull UUID instanceId, @Name @Nullable String role) {

    /** The same, with its set: what makes two requests one. */
    record To(UUID setId, AddSetMember member) {}
}
