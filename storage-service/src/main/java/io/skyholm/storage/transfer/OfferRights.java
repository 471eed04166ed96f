package io.skyholm.storage.transfer;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Callers;
import io.skyholm.runtime.rights.HeldRight;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Whether whoever has offered something could still do so, with what they had: an offer is worth what they may give away now. */
@Singleton
class OfferRights {

    private static final Permission OFFER = new Permission(ResourceType.TRANSFER, Action.CREATE);

    private final Callers callers;

    OfferRights(Callers callers) {
        this.callers = callers;
    }

    Uni<Void> check(OpenOffer offer, Transferable transferable) {
        return check(offer, OFFER).chain(() -> check(offer, new Permission(transferable.permission(), Action.DELETE)));
    }

    private Uni<Void> check(OpenOffer offer, Permission permission) {
        return offer.offeredBy() == null
                ? Uni.createFrom().voidItem()
                : callers.held(offer.offeredBy(), offer.apiKeyId(), permission)
                        .invoke(OfferRights::check)
                        .replaceWithVoid();
    }

    private static void check(HeldRight held) {
        if (held.refusal() != null || held.isLimited()) {
            throw StorageTransferProblems.notGranted();
        }
    }
}
