package io.skyholm.storage.pool;

import io.skyholm.events.storage.DiskType;
import io.skyholm.events.storage.StoragePoolStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A storage pool as callers see it. */
@Schema(name = "StoragePool")
public record StoragePoolView(
        UUID id,
        long generation,
        String name,
        @Nullable String description,
        UUID edgeDataCenterId,
        UUID computeMachineId,
        DiskType diskType,
        long capacityGb,
        long allocatedGb,
        StoragePoolStatus status,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
