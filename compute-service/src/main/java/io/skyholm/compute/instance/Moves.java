package io.skyholm.compute.instance;

import io.skyholm.compute.operation.Operation;
import io.skyholm.compute.placement.Placement;
import io.skyholm.compute.vm.VirtualMachines.DesiredVmDraft;
import io.skyholm.events.compute.OperationKind;
import io.skyholm.events.compute.OperationStatus;
import io.skyholm.events.compute.OperationStep;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the move that was decided on; each leaves a row from which the next can be decided. */
@Singleton
class Moves {

    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofMillis(50);

    private final PlacingMoves placing;
    private final HostMoves hosts;
    private final LastMoves last;
    private final Failing failing;

    Moves(PlacingMoves placing, HostMoves hosts, LastMoves last, Failing failing) {
        this.placing = placing;
        this.hosts = hosts;
        this.last = last;
        this.failing = failing;
    }

    /** Makes the move, and says how long to wait before the next if that is not to be decided at once. */
    Uni<Optional<Duration>> make(Work work, Turn turn) {
        Situation situation = turn.situation();
        return switch (turn.move()) {
            case PLACE -> placing.place(work, situation, turn.seen());
            case LEAVE_LOST_MACHINE -> goOn(placing.leaveLostMachine(work, situation));
            case LEAVE_MACHINE -> goOn(placing.leaveMachine(work, situation));
            case SHRINK -> goOn(placing.shrink(work, situation.instance));
            case TELL -> goOn(hosts.tell(work, situation, turn.wishing()));
            case TELL_ABSENT -> goOn(hosts.tellAbsent(work, situation));
            case WITHDRAW -> goOn(hosts.withdraw(work, situation));
            case REACHED -> goOn(hosts.reached(work, situation));
            case BROKEN -> goOn(hosts.broken(work, situation));
            case RELEASE_NETWORK -> goOn(last.releaseNetwork(work, situation));
            case GIVE_BACK -> goOn(last.giveBack(work, situation));
            case FAIL -> goOn(fail(work, situation, overdue(situation)));
            case FAIL_NETWORK -> goOn(fail(work, situation, "Network: " + situation.network.reason()));
            case REST, WAIT -> Uni.createFrom().item(Optional.of(LOOK));
        };
    }

    /** Notes what is waited for, and until when. */
    Next await(Situation situation, Instant now) {
        Instance instance = situation.instance;
        boolean network = instance.fate == Fate.KEEP
                && instance.hasPlace()
                && !situation.network.isReadyOn(instance.computeMachineId);
        String reason = network ? situation.network.reason() : situation.machine.detail();
        situation
                .operation()
                .ifPresent(open -> situation.noted(open.at(network ? "network" : stepOf(open.kind()), reason, now)));
        return Next.in(patience(situation, now));
    }

    static String stepOf(OperationKind kind) {
        return switch (kind) {
            case CREATE, START, RESUME, RECOVER -> "boot";
            case STOP, UNDELETE -> "shut-down";
            case MOVE -> "move";
            case RESET_PASSWORD -> "reset-password";
            case DELETE -> "remove";
            case RESTART, SUSPEND, RESIZE, REBUILD -> kind.name().toLowerCase(Locale.ROOT);
            case START_SET, STOP_SET, LAUNCH_SET, START_MANY, STOP_MANY, RESTART_MANY, DELETE_MANY -> "parts";
        };
    }

    private static Duration patience(Situation situation, Instant now) {
        Instant until = situation.operation().map(Operation::deadline).orElse(now.plus(LOOK));
        Instant deletable = situation.instance.deletableAt;
        if (deletable != null && deletable.isAfter(now) && deletable.isBefore(until)) {
            until = deletable;
        }
        Duration left = Duration.between(now, until);
        return left.compareTo(SOON) < 0 ? SOON : left;
    }

    private Uni<?> fail(Work work, Situation situation, String why) {
        Operation operation = situation.operation().orElseThrow();
        return failing.end(work, situation.instance, operation, OperationStatus.FAILED, why);
    }

    private static String overdue(Situation situation) {
        String where = situation
                .operation()
                .flatMap(Operation::lastStep)
                .map(Moves::sentence)
                .orElse("it had not begun");
        return "It took longer than it may: " + where;
    }

    private static String sentence(OperationStep step) {
        return step.detail() == null ? "it was at " + step.name() : step.name() + ": " + step.detail();
    }

    private static Uni<Optional<Duration>> goOn(Uni<?> move) {
        return move.replaceWith(Optional.empty());
    }

    /** One move, and all it is made from. */
    record Turn(
            Move move,
            Situation situation,
            Placement.Seen seen,
            @Nullable DesiredVmDraft wishing) {}
}
