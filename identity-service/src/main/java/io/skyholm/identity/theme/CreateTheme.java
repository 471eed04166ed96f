package io.skyholm.identity.theme;

import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new theme; without a tenant it is the caller's, or the platform's if they work for the operator. */
public record CreateTheme(
        @Nullable UUID tenantId,
        @NotNull @Name String name,

        @NotNull @Size(min = 1, max = 64) Map<@ColorName String, @Color String> colors,

        @Nullable Boolean isActive) {}
