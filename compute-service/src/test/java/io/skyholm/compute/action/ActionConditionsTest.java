package io.skyholm.compute.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.skyholm.compute.instance.Created;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstanceProblems;
import io.skyholm.compute.placement.Place;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What has to be true of an instance for an operation to begin. */
class ActionConditionsTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");

    @Test
    void whatIsOffIsStarted() {
        Instance instance = at(InstanceStatus.STOPPED);
        assertThatCode(() -> require(instance, OperationKind.START)).doesNotThrowAnyException();
        assertThat(holds(instance, OperationKind.START)).isTrue();
    }

    @Test
    void whatRunsIsNotStarted() {
        Instance instance = at(InstanceStatus.RUNNING);
        Refused.by("INSTANCE_STATUS", () -> require(instance, OperationKind.START));
        assertThat(holds(instance, OperationKind.START)).isFalse();
        assertThat(refusal(instance, OperationKind.START))
                .isEqualTo("A START is not possible while the instance is RUNNING");
    }

    /** The status is that of the operation which is going on: whether that is interrupted is decided by its kind. */
    @Test
    void statusDoesNotCountWhileSomethingIsBeingDone() {
        Instance instance = at(InstanceStatus.RESTARTING);
        instance.progress().begun(UUID.randomUUID());
        assertThatCode(() -> require(instance, OperationKind.RESIZE)).doesNotThrowAnyException();
    }

    @Test
    void whatIsProtectedIsNotDeleted() {
        Instance instance = Created.protectedInstance(NOW);
        instance.progress().completed(InstanceStatus.STOPPED);
        Refused.by("DELETION_PROTECTED", () -> require(instance, OperationKind.DELETE));
        assertThat(holds(instance, OperationKind.DELETE)).isFalse();
        assertThat(refusal(instance, OperationKind.DELETE))
                .isEqualTo(InstanceProblems.isProtected().detail());
    }

    @Test
    void whatIsProtectedDoesEverythingElse() {
        Instance instance = Created.protectedInstance(NOW);
        instance.progress().completed(InstanceStatus.STOPPED);
        assertThatCode(() -> require(instance, OperationKind.START)).doesNotThrowAnyException();
        assertThat(holds(instance, OperationKind.REBUILD)).isTrue();
    }

    @Test
    void deletionIsUndoneAsLongAsThatIsPossible() {
        Instance instance = deleting(60);
        assertThatCode(() -> require(instance, OperationKind.UNDELETE, NOW.plusSeconds(59)))
                .doesNotThrowAnyException();
        Refused.by("NOT_UNDELETABLE", () -> require(instance, OperationKind.UNDELETE, NOW.plusSeconds(60)));
    }

    @Test
    void deletionThatCannotBeUndoneIsNot() {
        Refused.by("NOT_UNDELETABLE", () -> require(deleting(0), OperationKind.UNDELETE));
    }

    @Test
    void deletionThatNobodyAskedForIsNotUndone() {
        Refused.by("NOT_UNDELETABLE", () -> require(at(InstanceStatus.ERROR), OperationKind.UNDELETE));
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "START", "RESTART", "STOP", "RESIZE", "REBUILD", "MOVE"})
    void whatIsStillGivingBackDoesNothing(OperationKind kind) {
        Instance instance = givingBack();
        Refused.by("INSTANCE_GIVING_BACK", () -> require(instance, kind));
        assertThat(holds(instance, kind)).isFalse();
        assertThat(refusal(instance, kind))
                .isEqualTo(InstanceProblems.givingBack().detail());
    }

    @Test
    void whatIsStillGivingBackCanBeDeleted() {
        assertThatCode(() -> require(givingBack(), OperationKind.DELETE)).doesNotThrowAnyException();
    }

    /** In a selection nobody waits for it, and nothing is interrupted. */
    @Test
    void oneOfManyThatIsBeingDeletedDoesNothing() {
        assertThat(holds(deleting(60), OperationKind.STOP)).isFalse();
        assertThat(refusal(deleting(60), OperationKind.STOP))
                .isEqualTo(InstanceProblems.givingBack().detail());
    }

    @Test
    void oneOfManyThatCouldButDoesSomethingElseIsBusy() {
        assertThat(refusal(at(InstanceStatus.RUNNING), OperationKind.RESTART))
                .isEqualTo(InstanceProblems.busy().detail());
    }

    private static Instance at(InstanceStatus status) {
        Instance instance = Created.instance(0, NOW);
        instance.progress().completed(status);
        return instance;
    }

    private static Instance givingBack() {
        Instance instance = at(InstanceStatus.ERROR);
        instance.deletion().release();
        return instance;
    }

    /** One that ran, and that somebody has just deleted. */
    private static Instance deleting(int undoSeconds) {
        Instance instance = Created.instance(undoSeconds, NOW);
        instance.placed(
                new Place(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Created.SIZE), List.of("network"));
        instance.delete(NOW);
        instance.progress().completed(InstanceStatus.DELETING);
        return instance;
    }

    private static void require(Instance instance, OperationKind kind) {
        require(instance, kind, NOW);
    }

    private static void require(Instance instance, OperationKind kind, Instant now) {
        ActionConditions.refusal(instance, InstanceAction.of(kind, null), now).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private static boolean holds(Instance instance, OperationKind kind) {
        return ActionConditions.refusalOfOneAmongMany(instance, InstanceAction.of(kind, null))
                .isEmpty();
    }

    private static String refusal(Instance instance, OperationKind kind) {
        return ActionConditions.whyNotBegun(instance, InstanceAction.of(kind, null))
                .detail();
    }
}
