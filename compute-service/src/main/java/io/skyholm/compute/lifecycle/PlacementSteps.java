package io.skyholm.compute.lifecycle;

import io.skyholm.compute.action.ActionEnder;
import io.skyholm.compute.action.MoveRequest;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstancePublisher;
import io.skyholm.compute.instance.InstanceSettings;
import io.skyholm.compute.instance.Progress;
import io.skyholm.compute.part.Parts;
import io.skyholm.compute.placement.Explanation;
import io.skyholm.compute.placement.Place;
import io.skyholm.compute.placement.Placement;
import io.skyholm.compute.placement.PlacementClaim;
import io.skyholm.compute.placement.PlacementQueue;
import io.skyholm.compute.quota.Charge;
import io.skyholm.compute.quota.Quotas;
import io.skyholm.compute.size.Size;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.events.operation.OperationStatus;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The steps that take and give back room on machines. */
@Singleton
class PlacementSteps {

    /** Where there was room a moment ago others were quicker; where there was none there may be some by now. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final long FIRST_WAIT_MILLIS = 1000;
    private static final long MORE_PER_POSITION_MILLIS = 50;

    /** Who waits behind that many waits the longest. */
    private static final int MOST_COUNTED =
            (int) ((LONGEST_WAIT.toMillis() - FIRST_WAIT_MILLIS) / MORE_PER_POSITION_MILLIS);

    private static final String QUOTA_TOO_SMALL =
            "The quota has not enough left for the whole machine that an exclusive instance takes";

    private final Placement placement;
    private final PlacementQueue queue;
    private final Quotas quotas;
    private final Parts parts;
    private final ActionEnder ender;
    private final InstancePublisher publisher;
    private final InstanceSettings settings;

    PlacementSteps(
            Placement placement,
            PlacementQueue queue,
            Quotas quotas,
            Parts parts,
            ActionEnder ender,
            InstancePublisher publisher,
            InstanceSettings settings) {
        this.placement = placement;
        this.queue = queue;
        this.quotas = quotas;
        this.parts = parts;
        this.ender = ender;
        this.publisher = publisher;
        this.settings = settings;
    }

    Uni<StepResult> place(Work work, CurrentState state, Placement.Seen seen) {
        Instance instance = state.instance();
        return placement
                .claim(work, instance.id(), instance.demand(), beside(state, seen))
                .chain(claimed -> claimed.map(place -> charged(work, state, place)
                                .chain(granted -> granted
                                        ? Uni.createFrom().item(take(work, state, place))
                                        : refuse(work, state, place)))
                        .orElseGet(() -> explain(work, state, seen)));
    }

    /**
     * Has the machine of an exclusive instance count in quotas; false where a limit refuses that. What ran already is not
     * lost because of a limit: it is charged whatever its next machine has.
     */
    private Uni<Boolean> charged(Work work, CurrentState state, Place place) {
        Instance instance = state.instance();
        Charge charge = instance.allocation().charge();
        if (!instance.isExclusive()) {
            return Uni.createFrom().item(true);
        }
        Uni<Optional<Charge>> asked = state.isAskedForByCaller()
                ? quotas.tryResize(work, instance.tenantId(), charge, place.held())
                : quotas.adjust(work, charge, place.held()).map(Optional::of);
        return asked.invoke(granted -> granted.ifPresent(instance.allocation()::charged))
                .map(Optional::isPresent);
    }

    private Uni<StepResult> refuse(Work work, CurrentState state, Place place) {
        Instance instance = state.instance();
        PlacementClaim claim = instance.claimOf(place);
        return placement
                .release(work, claim)
                .chain(() -> ender.end(
                        work, instance, state.operation().orElseThrow(), OperationStatus.FAILED, QUOTA_TOO_SMALL))
                .replaceWith(StepResult.DONE);
    }

    /** Nobody comes back to where they moved from, or where a part could not be had, while there is room elsewhere. */
    private static Placement.Seen beside(CurrentState state, Placement.Seen seen) {
        return state.parts()
                .unreadyMachine()
                .or(() -> movedFrom(state))
                .map(seen::beside)
                .orElse(seen);
    }

    private static Optional<UUID> movedFrom(CurrentState state) {
        return state.operation()
                .filter(open -> open.kind() == OperationKind.MOVE)
                .flatMap(open ->
                        Optional.ofNullable(open.request(MoveRequest.class).from()));
    }

    /** It gives its place back, and takes another if there is one. */
    Uni<?> tryElsewhere(CurrentState state, String why) {
        state.instance().location().moving(true);
        state.note(Progress.PLACE, why);
        return Uni.createFrom().voidItem();
    }

    private StepResult take(Work work, CurrentState state, Place place) {
        Instance instance = state.instance();
        List<String> needed = parts.names(instance.boot().imageVersionId());
        instance.placed(place, needed);
        if (!state.isIdle() && instance.progress().status() != InstanceStatus.CREATING) {
            instance.starting();
        }
        state.note(Progress.PLACE, null);
        needed.stream().findFirst().ifPresent(first -> state.note(first, null));
        if (state.parts().unreadyMachine().isEmpty()) {
            state.extend(work.now().plus(settings.longest()));
        }
        queue.leave(work, instance.id());
        publisher.changed(work, InstanceEvents.PLACED, instance, null);
        return StepResult.DONE;
    }

    private Uni<StepResult> explain(Work work, CurrentState state, Placement.Seen seen) {
        return placement
                .explain(work, state.instance().demand(), seen)
                .chain(why -> why.fitting() > 0 || placement.isDoubtful(seen)
                        ? Uni.createFrom().item(StepResult.waiting(LOOK_AGAIN))
                        : queue(work, state, why));
    }

    /** It waits its turn, and can be told why. */
    private Uni<StepResult> queue(Work work, CurrentState state, Explanation why) {
        Instance instance = state.instance();
        return queue.enter(work, instance.id(), why, MOST_COUNTED).map(before -> {
            instance.progress().waits(why.summary());
            state.note(Progress.PLACE, why.summary());
            return StepResult.waiting(delay(before));
        });
    }

    /** The further back in the queue, the longer: who is before it is served first anyway. */
    static Duration delay(long before) {
        Duration delay = Duration.ofMillis(FIRST_WAIT_MILLIS + before * MORE_PER_POSITION_MILLIS);
        return delay.compareTo(LONGEST_WAIT) < 0 ? delay : LONGEST_WAIT;
    }

    /** Gives its machine back, and says so. */
    Uni<?> leave(Work work, CurrentState state) {
        return giveBack(work, state).invoke(() -> tellOfLeaving(work, state));
    }

    /** Gives its machine back; what is told of that is the caller's. */
    Uni<?> giveBack(Work work, CurrentState state) {
        Instance instance = state.instance();
        return placement
                .release(work, instance.holding())
                .invoke(instance::displaced)
                .chain(() -> recharge(work, instance));
    }

    /** Whoever has something on its machine learns that it is not there any more; who goes on to another is told of there. */
    void tellOfLeaving(Work work, CurrentState state) {
        if (state.isIdle()) {
            publisher.changed(work, InstanceEvents.CHANGED, state.instance(), null);
        }
    }

    private Uni<?> recharge(Work work, Instance instance) {
        Charge charge = instance.allocation().charge();
        return charge.size().equals(instance.chargeable()) || charge.instances() == 0
                ? Uni.createFrom().voidItem()
                : quotas.adjust(work, charge, instance.chargeable()).invoke(instance.allocation()::charged);
    }

    /** Gives back what a smaller size leaves, now that its host has made it smaller. */
    Uni<?> shrink(Work work, CurrentState state) {
        Instance instance = state.instance();
        Size size = instance.allocation().size();
        return shrinkOnMachine(work, instance, size).chain(() -> recharge(work, instance));
    }

    private Uni<?> shrinkOnMachine(Work work, Instance instance, Size size) {
        Size surplus = instance.allocation().held().minus(size);
        return instance.isExclusive() || surplus.equals(Size.NONE)
                ? Uni.createFrom().voidItem()
                : placement.shrink(work, instance.holding(), surplus).invoke(() -> instance.allocation()
                        .held(size));
    }
}
