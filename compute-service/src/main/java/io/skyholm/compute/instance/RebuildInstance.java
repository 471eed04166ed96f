package io.skyholm.compute.instance;

import io.skyholm.compute.image.BootImages;
import io.skyholm.compute.template.Version;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A disk made anew: from another image if one is named, and with another first boot if one is given; or else from what a
 * template says of both.
 */
public record RebuildInstance(
        @Name @Nullable String image,

        @Schema(description = "The version of an image whose bytes it has then, in place of an image's name") @Nullable UUID imageVersionId,

        @Size(max = 16_384) @Nullable String userData,

        @Schema(description = "Another template; its own if only a version is given") @Nullable UUID templateId,

        @Schema(description = "Of which version of the template; or else as it is now") @Version @Nullable String templateVersion) {

    /** What it is made from, as far as that is said. */
    public BootImages.Wanted bootsFrom() {
        return new BootImages.Wanted(image, imageVersionId);
    }

    /** Whether a template has something to say. */
    public boolean asksATemplate() {
        return templateId != null || templateVersion != null;
    }
}
