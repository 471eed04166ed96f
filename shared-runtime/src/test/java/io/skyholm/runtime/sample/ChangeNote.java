package io.skyholm.runtime.sample;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a note: a field that is left out stays, one that is null is cleared. */
public record ChangeNote(
        @Name @Nullable String title,
        @Nullable Optional<@Text String> words,
        @Nullable Optional<@Min(0) @Max(5) Integer> stars) {}
