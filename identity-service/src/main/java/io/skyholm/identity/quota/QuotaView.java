package io.skyholm.identity.quota;

import io.skyholm.events.identity.QuotaConfig;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The limits of a user as callers see them. */
@Schema(name = "Quota")
public record QuotaView(
        UUID userId,

        @Schema(description = "Every limit that applies: the tenant's, those of the groups, the user's own")
        List<QuotaLimit> limits,

        @Schema(description = "Of each thing the smallest limit; null where there is none")
        QuotaConfig effective) {

    static QuotaView of(UUID userId, List<QuotaLimit> limits) {
        return new QuotaView(userId, limits, EffectiveQuota.of(limits));
    }
}
