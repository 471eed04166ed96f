package io.skyholm.storage.transfer;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That what is offered is wanted. */
public record AcceptStorage(
        @Schema(description = "The key of an offer that names no tenant; another needs none")
        @Size(min = 20, max = 100) @Nullable String key) {

    /** Nobody reads a key in a log. */
    @Override
    public String toString() {
        return "AcceptStorage";
    }
}
