package io.skyholm.storage.tag;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tag of an image as callers see it. */
@Schema(name = "ImageTag")
public record TagView(
        UUID id,
        long generation,

        @Schema(description = "Absent for the platform's own") @Nullable UUID tenantId,

        UUID imageId,
        UUID versionId,
        String tagName,
        @JsonProperty("isImmutable") boolean isImmutable,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
