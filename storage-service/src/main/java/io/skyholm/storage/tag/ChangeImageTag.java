package io.skyholm.storage.tag;

import io.skyholm.runtime.http.Patch;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a tag names another version, or that it is never to do so again. */
public record ChangeImageTag(
        @Nullable UUID versionId,

        @Schema(description = "true for a tag that names its version for ever") @Nullable Boolean isImmutable) {

    void applyTo(ImageTag tag) {
        if (tag.isImmutable) {
            throw TagProblems.immutable();
        }
        tag.versionId = Patch.of(versionId, tag.versionId);
        tag.isImmutable = Patch.of(isImmutable, tag.isImmutable);
    }
}
