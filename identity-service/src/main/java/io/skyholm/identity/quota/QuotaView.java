package io.skyholm.identity.quota;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.usage.UsedQuota;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The limits of a user as callers see them. */
@Schema(name = "Quota")
public record QuotaView(
        UUID userId,

        @Schema(description = "Every limit that applies: the tenant's, those of the groups, the user's own")
        List<LimitView> limits,

        @Schema(description = "Of each thing the smallest limit; null where there is none")
        QuotaConfig effective) {

    /** Callers without limits see that they have none; another user without any is one whom they may not see. */
    static void checkSeen(Caller caller, UUID userId, List<QuotaLimit> limits) {
        if (limits.isEmpty() && !userId.equals(caller.id())) {
            throw Problem.notFound("user");
        }
    }

    /** With what is used of each limit. */
    static QuotaView of(UUID userId, List<QuotaLimit> limits, Map<UUID, UsedQuota> used) {
        List<LimitView> shown = limits.stream()
                .map(limit -> LimitView.of(limit, used.get(limit.id())))
                .toList();
        return new QuotaView(userId, shown, EffectiveQuota.of(limits));
    }
}
