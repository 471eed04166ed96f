package io.skyholm.compute.instance;

import io.skyholm.compute.operation.Begin;
import io.skyholm.compute.operation.Operation;
import io.skyholm.compute.operation.OperationBook;
import io.skyholm.compute.placement.Explanation;
import io.skyholm.compute.placement.Place;
import io.skyholm.compute.placement.Placement;
import io.skyholm.compute.placement.Waiting;
import io.skyholm.compute.quota.Quotas;
import io.skyholm.compute.size.Size;
import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.compute.OperationKind;
import io.skyholm.events.compute.OperationStatus;
import io.skyholm.events.host.VmPower;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The moves that take and give back machines. */
@Singleton
class PlacingMoves {

    private static final Set<OperationKind> GO_ON_ELSEWHERE = Set.of(
            OperationKind.CREATE,
            OperationKind.START,
            OperationKind.RESUME,
            OperationKind.RESTART,
            OperationKind.RECOVER,
            OperationKind.MOVE,
            OperationKind.STOP,
            OperationKind.DELETE,
            OperationKind.UNDELETE);

    /** Where there was room a moment ago others were quicker; where there was none there may be some by now. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final long FIRST_WAIT_MILLIS = 1000;
    private static final long MORE_PER_POSITION_MILLIS = 50;

    private final Placement placement;
    private final Waiting waiting;
    private final Quotas quotas;
    private final VirtualMachines machines;
    private final OperationBook book;
    private final InstancePublisher publisher;
    private final InstanceSettings settings;

    PlacingMoves(
            Placement placement,
            Waiting waiting,
            Quotas quotas,
            VirtualMachines machines,
            OperationBook book,
            InstancePublisher publisher,
            InstanceSettings settings) {
        this.placement = placement;
        this.waiting = waiting;
        this.quotas = quotas;
        this.machines = machines;
        this.book = book;
        this.publisher = publisher;
        this.settings = settings;
    }

    Uni<Optional<Duration>> place(Work work, Situation situation, Placement.Seen seen) {
        Instance instance = situation.instance;
        Placement.Seen others = beside(situation, seen);
        return placement.claim(work, instance.id, instance.demand(), others).chain(claimed -> claimed.map(place -> {
                    takePlace(work, situation, place);
                    return Uni.createFrom().item(Optional.<Duration>empty());
                })
                .orElseGet(() -> placement
                        .explain(work, instance.demand(), seen)
                        .chain(why -> why.fitting() > 0 || placement.isDoubtful(seen)
                                ? Uni.createFrom().item(Optional.of(LOOK_AGAIN))
                                : waitForPlace(work, situation, why))));
    }

    /** Who moves does not come back to where it was while there is room elsewhere. */
    private static Placement.Seen beside(Situation situation, Placement.Seen seen) {
        return situation
                .operation()
                .filter(open -> open.kind() == OperationKind.MOVE)
                .flatMap(open ->
                        Optional.ofNullable(open.request(MoveRequest.class).from()))
                .map(seen::beside)
                .orElse(seen);
    }

    private void takePlace(Work work, Situation situation, Place place) {
        Instance instance = situation.instance;
        Instant now = Instant.now();
        instance.placed(place);
        situation.operation().ifPresent(open -> {
            if (instance.status != InstanceStatus.CREATING) {
                instance.status = InstanceStatus.STARTING;
            }
            open.at("place", null, now);
            open.at("network", null, now);
            open.until(now.plus(settings.longest()));
            situation.noted(true);
        });
        waiting.leave(work, instance.id);
        instance.changed(null, now);
        publisher.publish(work, InstanceEvents.PLACED, instance);
    }

    /** It waits its turn, and can be told why. */
    private Uni<Optional<Duration>> waitForPlace(Work work, Situation situation, Explanation why) {
        Instance instance = situation.instance;
        Instant now = Instant.now();
        return waiting.enter(work, instance.id, why, now).map(before -> {
            instance.waitReason = why.summary();
            situation.operation().ifPresent(open -> situation.noted(open.at("place", why.summary(), now)));
            Duration delay = Duration.ofMillis(FIRST_WAIT_MILLIS + before * MORE_PER_POSITION_MILLIS);
            return Optional.of(delay.compareTo(LONGEST_WAIT) < 0 ? delay : LONGEST_WAIT);
        });
    }

    Uni<?> leaveMachine(Work work, Situation situation) {
        Instance instance = situation.instance;
        return placement.release(work, instance.holding()).invoke(() -> instance.displaced());
    }

    /** What was on a lost machine is gone; whether it is started elsewhere is the installation's decision. */
    Uni<?> leaveLostMachine(Work work, Situation situation) {
        return machines.withdraw(work, situation.machine)
                .chain(() -> leaveMachine(work, situation))
                .invoke(situation::leftMachine)
                .chain(() -> goOn(work, situation));
    }

    private Uni<?> goOn(Work work, Situation situation) {
        Instance instance = situation.instance;
        Operation open = situation.operation().orElse(null);
        boolean rests = instance.fate != Fate.KEEP || instance.power == VmPower.STOPPED;
        if (rests || (open != null && GO_ON_ELSEWHERE.contains(open.kind()))) {
            return Uni.createFrom().voidItem();
        }
        Uni<?> ended = open == null
                ? Uni.createFrom().voidItem()
                : book.end(work, open, OperationStatus.FAILED, "Its machine is lost");
        return ended.chain(() -> settings.recover() ? recover(work, situation) : lose(work, situation));
    }

    private Uni<?> recover(Work work, Situation situation) {
        Instance instance = situation.instance;
        instance.power = VmPower.RUNNING;
        instance.status = InstanceStatus.STARTING;
        Begin begin = Begin.ofInstance(instance.tenantId, OperationKind.RECOVER, instance.id, null);
        return book.begin(work, begin, Map.of(), settings.longest()).invoke(operation -> {
            instance.operationId = operation.id();
            situation.with(operation);
        });
    }

    private Uni<?> lose(Work work, Situation situation) {
        Instance instance = situation.instance;
        instance.power = VmPower.STOPPED;
        instance.operationId = null;
        instance.failed("Its machine is lost; start it to have it made elsewhere");
        instance.changed(null, Instant.now());
        publisher.publish(work, InstanceEvents.FAILED, instance);
        return Uni.createFrom().voidItem();
    }

    /** Gives back what a smaller size leaves, now that its host has made it smaller. */
    Uni<?> shrink(Work work, Instance instance) {
        Size size = instance.size();
        Size surplus = instance.amounts.held().minus(size);
        Size limit = size.minus(instance.amounts.quota());
        Uni<?> capacity = instance.isExclusive() || surplus.equals(Size.NONE)
                ? Uni.createFrom().voidItem()
                : placement.shrink(work, instance.holding(), surplus).invoke(() -> instance.amounts.held(size));
        return capacity.chain(() -> quotas.change(work, instance.tenantId, instance.amounts.quotaScopes, 0, limit))
                .invoke(() -> instance.amounts.quota(instance.amounts.quotaInstances, size));
    }
}
