package io.skyholm.identity.theme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A theme as callers see it. */
@Schema(name = "Theme")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ThemeView(
        UUID id,
        long generation,

        @Schema(description = "Absent for the platform's own") @Nullable UUID tenantId,

        String name,
        Map<String, String> colors,
        boolean isActive,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt) {

    static ThemeView of(Theme theme) {
        return new ThemeView(
                theme.id,
                theme.generation,
                theme.tenantId,
                theme.name,
                theme.colors,
                theme.isActive,
                theme.createdAt,
                theme.updatedAt,
                theme.createdBy,
                theme.updatedBy,
                theme.deletedAt);
    }
}
