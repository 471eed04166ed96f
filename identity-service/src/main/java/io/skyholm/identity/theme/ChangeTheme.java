package io.skyholm.identity.theme;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of a theme: a field that is left out stays; colours are replaced as a whole. */
public record ChangeTheme(
        @Name @Nullable String name,

        @Size(min = 1, max = 64) @Nullable Map<@ColorName String, @Color String> colors,

        @Nullable Boolean isActive) {

    /** The platform's active theme gives way to another one only. */
    void applyTo(Theme theme) {
        if (theme.isLastResort() && Boolean.FALSE.equals(isActive)) {
            throw ThemeProblems.lastResort();
        }
        theme.name = Patch.of(name, theme.name);
        theme.colors = Patch.of(colors, theme.colors);
        theme.isActive = Patch.of(isActive, theme.isActive);
    }
}
