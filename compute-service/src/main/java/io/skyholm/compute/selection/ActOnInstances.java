package io.skyholm.compute.selection;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** What instances of one tenant do at once. */
public record ActOnInstances(
        @NotNull BulkAction action,

        @NotNull @Size(min = 1, max = 100) List<@NotNull UUID> instanceIds) {

    /** Each once, in the order of their ids, in which everybody takes them. */
    UUID[] ids() {
        return instanceIds.stream().distinct().sorted().toArray(UUID[]::new);
    }
}
