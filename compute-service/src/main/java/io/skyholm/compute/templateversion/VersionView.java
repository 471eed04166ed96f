package io.skyholm.compute.templateversion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.skyholm.compute.template.ConfigSnapshot;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A template's version as callers see it. */
@Schema(name = "TemplateVersion")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionView(
        UUID id,
        UUID templateId,
        String versionNumber,
        @JsonProperty("isLatest") boolean isLatest,
        ConfigSnapshot configSnapshot,
        @Nullable String changelog,
        Instant createdAt,
        @Nullable UUID createdBy) {

    static VersionView of(TemplateVersion version) {
        return new VersionView(
                version.id,
                version.templateId,
                version.versionNumber,
                version.isLatest,
                ConfigSnapshot.read(version.configSnapshot),
                version.changelog,
                version.createdAt,
                version.createdBy);
    }
}
