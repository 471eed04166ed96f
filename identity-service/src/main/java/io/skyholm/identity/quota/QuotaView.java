package io.skyholm.identity.quota;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.problem.Problem;
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

    /** Callers without limits see that they have none; another user without any is one whom they may not see. */
    static QuotaView of(Caller caller, UUID userId, List<QuotaLimit> limits) {
        if (limits.isEmpty() && !userId.equals(caller.id())) {
            throw Problem.notFound("user");
        }
        return new QuotaView(userId, limits, EffectiveQuota.of(limits));
    }
}
