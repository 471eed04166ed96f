package io.skyholm.compute.transfer;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Callers;
import io.skyholm.runtime.rights.HeldRight;
import io.skyholm.runtime.tenant.Sequentially;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What it takes to give an instance with its disks away, and to take one; an offer is worth what whoever made it may give away now. */
@Singleton
class OfferRights {

    private static final List<Permission> TO_GIVE = List.of(
            new Permission(ResourceType.TRANSFER, Action.CREATE),
            new Permission(ResourceType.INSTANCE, Action.DELETE),
            new Permission(ResourceType.STORAGE, Action.DELETE));
    private static final List<Permission> TO_TAKE = List.of(
            new Permission(ResourceType.INSTANCE, Action.CREATE), new Permission(ResourceType.STORAGE, Action.CREATE));

    private final Callers callers;

    OfferRights(Callers callers) {
        this.callers = callers;
    }

    static void requireToGive(Caller caller) {
        TO_GIVE.forEach(caller::require);
    }

    static void requireToTake(Caller caller) {
        TO_TAKE.forEach(caller::require);
    }

    /** Refuses an offer whose maker may not give such things away any more. */
    Uni<Void> check(OpenOffer offer) {
        UUID by = offer.offeredBy();
        return by == null
                ? Uni.createFrom().voidItem()
                : Sequentially.of(TO_GIVE, permission -> callers.held(by, offer.apiKeyId(), permission)
                                .invoke(OfferRights::check)
                                .replaceWithVoid())
                        .replaceWithVoid();
    }

    private static void check(HeldRight held) {
        if (held.refusal() != null || held.isLimited()) {
            throw InstanceTransferProblems.notGranted();
        }
    }
}
