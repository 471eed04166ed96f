package io.skyholm.network.networkingconfig;

import io.skyholm.events.network.NetworkingConfigType;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Networking document as callers see it. */
@Schema(name = "NetworkingConfig")
public record NetworkingConfigView(
        UUID id,
        long generation,
        NetworkingConfigType type,

        @Schema(description = "What it settles, in the form of its type")
        Map<String, Object> config,

        boolean isActive,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
