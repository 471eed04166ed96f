package io.skyholm.compute.action;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstanceProblems;
import io.skyholm.compute.placement.Placement;
import io.skyholm.compute.quota.Charge;
import io.skyholm.compute.quota.Quotas;
import io.skyholm.compute.size.Size;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Claims what an operation needs before it can begin, or refuses. */
@Singleton
class ActionNeeds {

    private final Quotas quotas;
    private final Placement placement;

    ActionNeeds(Quotas quotas, Placement placement) {
        this.quotas = quotas;
        this.placement = placement;
    }

    Uni<Void> claim(Work work, Instance instance, InstanceAction action) {
        return switch (action.rule().needs()) {
            case NOTHING -> Uni.createFrom().voidItem();
            case QUOTA -> quota(work, instance);
            case GROWTH -> growth(work, instance, ((ResizeRequest) action.request()).wanted());
        };
    }

    /** A creation that failed gave its quota back, and needs it again. */
    private Uni<Void> quota(Work work, Instance instance) {
        return instance.allocation().charge().instances() > 0
                ? Uni.createFrom().voidItem()
                : quotas.claim(
                                work,
                                instance.tenantId(),
                                instance.userId(),
                                instance.allocation().size())
                        .invoke(instance.allocation()::charged)
                        .replaceWithVoid();
    }

    /** It takes all that the larger of the two sizes needs at once, and gives back the rest when its host has followed. */
    private Uni<Void> growth(Work work, Instance instance, Size wanted) {
        return room(work, instance, wanted)
                .invoke(enough -> {
                    if (!enough) {
                        throw InstanceProblems.noRoomToGrow();
                    }
                })
                .chain(() -> quotaFor(work, instance, wanted));
    }

    private Uni<Boolean> room(Work work, Instance instance, Size wanted) {
        if (!instance.location().isPlaced()) {
            return Uni.createFrom().item(true);
        }
        Size held = instance.allocation().held();
        Size needed = wanted.orMore(held);
        if (instance.isExclusive()) {
            return Uni.createFrom().item(needed.equals(held));
        }
        return placement.grow(work, instance.holding(), needed.minus(held)).invoke(enough -> {
            if (enough) {
                instance.allocation().held(needed);
            }
        });
    }

    private Uni<Void> quotaFor(Work work, Instance instance, Size wanted) {
        Charge charged = instance.allocation().charge();
        Size limit = instance.location().isPlaced() ? wanted.orMore(charged.size()) : wanted;
        return quotas.resize(work, instance.tenantId(), charged, limit)
                .invoke(instance.allocation()::charged)
                .replaceWithVoid();
    }
}
