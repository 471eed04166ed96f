package io.skyholm.events.compute;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a template was at a time. */
@JsonClassDescription("A template version: what a template was at a time.")
public record TemplateVersionFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this version; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Absent for the platform's own.") @Nullable UUID tenantId,

        UUID templateId,

        @JsonPropertyDescription("Unique among its template's.")
        String versionNumber,

        @JsonPropertyDescription("Whether there is no later one.")
        boolean isLatest,

        @Nullable String changelog,
        Instant createdAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy)
        implements Fact {}
