package io.skyholm.compute.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Instances that a set template makes, all alike: of another template, or of a size of their own with what the set template
 * says of image, network and first boot.
 */
@Schema(name = "TemplateMember")
public record Member(
        @Schema(description = "What they are in the set; also how their names begin")
        @NotNull @Pattern(regexp = "[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?", message = ROLE)
        String role,

        @NotNull @Min(1) @Max(50) Integer count,

        @Schema(description = "Of which INSTANCE template; or else give a size") @Nullable UUID templateId,

        @Schema(description = "Of which version of it; or else as it is when they are made") @Version @Nullable String templateVersion,

        @Valid @Nullable TemplateSize size) {

    private static final String ROLE = "must be 1 to 40 lower case letters, digits and -, not at its ends";

    /** One of the two, never both; a version is a template's. */
    boolean hasOneSource() {
        return (templateId == null) != (size == null) && (templateVersion == null || templateId != null);
    }
}
