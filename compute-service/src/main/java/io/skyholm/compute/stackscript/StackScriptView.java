package io.skyholm.compute.stackscript;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A script as callers see it. */
@Schema(name = "StackScript")
public record StackScriptView(
        UUID id,
        long generation,

        @Schema(description = "Absent for the platform's own") @Nullable UUID tenantId,

        String name,
        @Nullable String externalId,
        ScriptData scriptData,
        @Nullable String description,
        @JsonProperty("isActive") boolean isActive,
        @JsonProperty("isPublic") boolean isPublic,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
