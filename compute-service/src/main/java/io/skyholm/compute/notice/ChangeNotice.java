package io.skyholm.compute.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a tenant chooses: a field that is left out stays, one that is null is left to the operator. */
public record ChangeNotice(
        @Schema(
                description = "When the instance shall be moved, between now and the beginning of the maintenance;"
                        + " null leaves it to the operator")
        @Nullable Optional<Instant> moveAt) {

    void applyTo(Notice notice, UUID by, Instant now) {
        if (moveAt != null) {
            notice.choose(moveAt.orElse(null), by, now);
        }
    }
}
