package io.skyholm.compute.template;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.compute.TemplateStatus;
import io.skyholm.events.compute.TemplateType;
import io.skyholm.events.compute.TemplateVisibility;
import io.skyholm.runtime.http.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A template as callers see it. */
@Schema(name = "Template")
public record TemplateView(
        UUID id,
        long generation,

        @Schema(description = "Absent for the platform's own") @Nullable UUID tenantId,

        UUID ownerId,
        String name,
        @Nullable String description,
        @Nullable UseCase useCase,
        TemplateType templateType,
        @Nullable UUID baseImageId,
        int defaultCpuCores,
        int defaultMemoryGb,
        int defaultStorageGb,
        int defaultGpuCount,
        @Nullable BigDecimal defaultBandwidthGbps,
        @Nullable Integer minCpuCores,
        @Nullable Integer minMemoryGb,
        @Nullable Integer minStorageGb,
        @Nullable JsonObject networkConfig,
        @Nullable String userData,
        @Nullable List<Member> members,
        List<String> tags,
        TemplateVisibility visibility,
        @Nullable UUID userGroupId,

        @Schema(description = "The number of its latest version")
        String version,

        TemplateStatus status,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
