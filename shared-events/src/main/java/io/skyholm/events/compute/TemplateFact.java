package io.skyholm.events.compute;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A template as every service may know it; what its instances run at first boot is not told, for it may be secret. */
@JsonClassDescription("A template: what instances, or whole sets of them, are made of.")
public record TemplateFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this template; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Absent for the platform's own.") @Nullable UUID tenantId,

        @JsonPropertyDescription("The user whose template it is.")
        UUID ownerId,

        @JsonPropertyDescription("Unique among its tenant's.")
        String name,

        @Nullable String description,
        @Nullable String useCase,
        TemplateType templateType,
        @Nullable UUID baseImageId,
        int defaultCpuCores,
        int defaultMemoryGb,
        int defaultStorageGb,
        int defaultGpuCount,

        @JsonPropertyDescription("What an instance of it has at least, however it is sized.") @Nullable Integer minCpuCores,

        @Nullable Integer minMemoryGb,
        @Nullable Integer minStorageGb,
        List<String> tags,
        TemplateVisibility visibility,

        @JsonPropertyDescription("Present exactly when the visibility is GROUP_SPECIFIC.") @Nullable UUID userGroupId,

        @JsonPropertyDescription("The number of its latest version.")
        String version,

        TemplateStatus status,
        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {}
