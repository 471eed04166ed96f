package io.skyholm.storage.ceph;

import io.skyholm.events.storage.CephPoolStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a storage pool is in Ceph, as operators see it; the key is shown to nobody. */
@Schema(name = "CephPool")
public record CephPoolView(
        @Schema(description = "That of the storage pool") UUID id,
        long generation,
        UUID computeMachineId,
        List<String> monitors,
        String rbdPool,
        String rbdNamespace,
        String cephUser,
        CephPoolStatus status,

        @Schema(description = "Why its host is not connected; absent when it is, or is expected to be soon") @Nullable String statusReason,

        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
