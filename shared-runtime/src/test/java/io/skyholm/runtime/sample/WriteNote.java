package io.skyholm.runtime.sample;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A new note. */
public record WriteNote(
        @NotNull @Name String title,
        @Text @Nullable String words,
        @Nullable NoteMood mood,
        @Min(0) @Max(5) @Nullable Integer stars) {}
