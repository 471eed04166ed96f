package io.skyholm.compute.instance;

import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A disk made anew, from another image if one is named, and with another first boot if one is given. */
public record RebuildInstance(
        @Name @Nullable String image,
        @Size(max = 16_384) @Nullable String userData) {}
