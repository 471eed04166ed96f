package io.skyholm.identity.serviceaccount;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new secret in the place of the old one. */
public record RotateSecret(
        @Schema(
                description =
                        "How long the old secret stays good, so that programs can be given the new one; without it, no longer")
        @Min(0) @Max(1440) @Nullable Integer previousValidMinutes) {

    Duration previousValid() {
        return Duration.ofMinutes(previousValidMinutes == null ? 0 : previousValidMinutes);
    }
}
