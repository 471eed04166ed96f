package io.skyholm.compute.templateversion;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skyholm.compute.template.ConfigSnapshot;
import io.skyholm.runtime.record.Projection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A template's version as callers see it. */
@Schema(name = "TemplateVersion")
public record VersionView(
        UUID id,
        UUID templateId,
        String versionNumber,
        @JsonProperty("isLatest") boolean isLatest,
        ConfigSnapshot configSnapshot,
        @Nullable String changelog,
        Instant createdAt,
        @Nullable UUID createdBy) {

    private static final Projection<TemplateVersion, VersionView> OF =
            Projection.of(TemplateVersion.class, VersionView.class);

    static VersionView of(TemplateVersion version) {
        return OF.apply(version);
    }
}
