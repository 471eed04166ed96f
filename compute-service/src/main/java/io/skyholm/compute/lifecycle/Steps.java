package io.skyholm.compute.lifecycle;

import io.skyholm.compute.action.ActionEnder;
import io.skyholm.compute.placement.Placement;
import io.skyholm.events.operation.OperationStatus;
import io.skyholm.events.operation.OperationStep;
import io.skyholm.operations.Operation;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Makes the step that was decided on; each leaves a row from which the next can be decided. */
@Singleton
class Steps {

    private final PlacementSteps placing;
    private final LostMachineSteps lost;
    private final HostSteps hosts;
    private final ReleaseSteps release;
    private final ActionEnder ender;

    Steps(PlacementSteps placing, LostMachineSteps lost, HostSteps hosts, ReleaseSteps release, ActionEnder ender) {
        this.placing = placing;
        this.lost = lost;
        this.hosts = hosts;
        this.release = release;
        this.ender = ender;
    }

    /** Makes a step other than resting and waiting, which the reconciler does. */
    Uni<StepResult> make(Work work, Step step, CurrentState state, Placement.Seen seen) {
        return switch (step) {
            case PLACE -> placing.place(work, state, seen);
            case LEAVE_MACHINE -> done(placing.leave(work, state));
            case LEAVE_LOST_MACHINE -> done(lost.leave(work, state));
            case SHRINK -> done(placing.shrink(work, state));
            case TELL -> done(hosts.tell(work, state));
            case TELL_ABSENT -> done(hosts.tellAbsent(work, state));
            case WITHDRAW -> done(hosts.withdraw(work, state));
            case COMPLETE -> done(hosts.complete(work, state));
            case SHOW_BROKEN -> done(hosts.showBroken(work, state));
            case RELEASE_PARTS -> done(release.parts(work, state));
            case RELEASE -> done(release.all(work, state));
            case FAIL_OVERDUE -> done(fail(work, state, overdue(state)));
            case FAIL_PART -> done(fail(work, state, failedPart(state)));
            case TRY_ELSEWHERE -> done(placing.tryElsewhere(state, failedPart(state)));
            case REST, WAIT -> throw new IllegalArgumentException(step + " does nothing");
        };
    }

    private Uni<?> fail(Work work, CurrentState state, String why) {
        Operation operation = state.operation().orElseThrow();
        return ender.end(work, state.instance(), operation, OperationStatus.FAILED, why)
                .invoke(state::leaveUntold);
    }

    static String failedPart(CurrentState state) {
        KnownParts.Known part = state.parts().failed().orElseThrow();
        String name = part.part().name();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + ": "
                + part.report().reason();
    }

    static String overdue(CurrentState state) {
        String where = state.operation()
                .flatMap(Operation::lastStep)
                .map(Steps::sentence)
                .orElse("it had not begun");
        return "It took longer than it may: " + where;
    }

    private static String sentence(OperationStep step) {
        return step.detail() == null ? "it was at " + step.name() : step.name() + ": " + step.detail();
    }

    private static Uni<StepResult> done(Uni<?> step) {
        return step.replaceWith(StepResult.DONE);
    }
}
