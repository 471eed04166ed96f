package io.skyholm.storage.version;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of a version: a field that is left out stays, one that is null is cleared. */
public record ChangeImageVersion(
        @Nullable Optional<@Name String> versionName,
        @Nullable Optional<@Text String> releaseNotes,

        @Schema(description = "true to have this version taken where the image is named without one") @Nullable Boolean isDefault,

        @Schema(
                description =
                        "When it is deleted by itself, as if you did; with null it stays until somebody deletes it")
        @Nullable Optional<Instant> expiresAt) {

    void applyTo(ImageVersion version) {
        if (Boolean.FALSE.equals(isDefault)) {
            throw VersionProblems.defaultIsPassedOn();
        }
        version.versionName = Patch.of(versionName, version.versionName);
        version.releaseNotes = Patch.of(releaseNotes, version.releaseNotes);
    }

    boolean makesDefault() {
        return Boolean.TRUE.equals(isDefault);
    }
}
