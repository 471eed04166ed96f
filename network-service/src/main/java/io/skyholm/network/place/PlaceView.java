package io.skyholm.network.place;

import io.skyholm.events.network.PlaceStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Place as callers see it. */
@Schema(name = "Place")
public record PlaceView(
        UUID id,
        long generation,
        UUID tenantId,
        String name,
        @Nullable String description,
        @Nullable UUID subnetId,
        @Nullable String location,
        PlaceStatus status,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
