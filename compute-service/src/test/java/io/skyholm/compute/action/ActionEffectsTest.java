package io.skyholm.compute.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.instance.Created;
import io.skyholm.compute.instance.Deletion.Intent;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.RebuildInstance;
import io.skyholm.compute.size.Size;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.VmPower;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.operations.NewOperation;
import io.skyholm.operations.Operation;
import io.skyholm.runtime.aggregate.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operation makes of an instance when it begins, and when it fails. */
class ActionEffectsTest {

    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final Duration USUAL = Duration.ofMinutes(10);
    private static final Size LARGER = new Size(4, 8, 10, 0);

    private final Instance instance = Created.instance(300, NOW);

    @Test
    void startHasWhatFailedRunAgain() {
        instance.progress().failed("The disk is gone");
        begin(OperationKind.START, Map.of());
        assertThat(instance.desired().power()).isEqualTo(VmPower.RUNNING);
        assertThat(instance.progress().status()).isEqualTo(InstanceStatus.STARTING);
    }

    @Test
    void resizeChangesNothingThatCallersSeeButTheSize() {
        instance.progress().completed(InstanceStatus.STOPPED);
        instance.desired().power(VmPower.STOPPED);
        UUID plan = UUID.randomUUID();
        begin(OperationKind.RESIZE, ResizeRequest.of(instance, LARGER, plan));
        assertThat(instance.allocation().size()).isEqualTo(LARGER);
        assertThat(instance.allocation().planId()).isEqualTo(plan);
        assertThat(instance.desired().power()).isEqualTo(VmPower.STOPPED);
        assertThat(instance.progress().status()).isEqualTo(InstanceStatus.STOPPED);
    }

    @Test
    void rebuildHasItBootFromWhatWasAskedFor() {
        begin(OperationKind.REBUILD, new RebuildInstance("debian-13", null, "#cloud-config", null, null));
        assertThat(instance.boot().userData()).isEqualTo("#cloud-config");
        assertThat(instance.desired().power()).isEqualTo(VmPower.RUNNING);
    }

    @Test
    void moveHasItLeaveItsMachine() {
        begin(OperationKind.MOVE, new MoveRequest(UUID.randomUUID()));
        assertThat(instance.location().isMoving()).isTrue();
    }

    @Test
    void deletionAndItsUndoingChangeWhatIsToBecomeOfIt() {
        begin(OperationKind.DELETE, Map.of());
        assertThat(instance.deletion().intent()).isEqualTo(Intent.DELETE);
        assertThat(instance.desired().power()).isEqualTo(VmPower.STOPPED);
        begin(OperationKind.UNDELETE, Map.of());
        assertThat(instance.deletion().intent()).isEqualTo(Intent.KEEP);
        assertThat(instance.progress().status()).isEqualTo(InstanceStatus.STOPPING);
    }

    @ParameterizedTest
    @CsvSource({"START, PT10M", "STOP, PT10M", "DELETE, PT15M"})
    void operationMayTakeWhatIsUsualOrWhatTheInstanceSays(OperationKind kind, Duration longest) {
        assertThat(ActionRules.of(kind).longest(instance, USUAL)).isEqualTo(longest);
    }

    @Test
    void creationMayTakeAsLongAsTheInstanceWaitsForAPlace() {
        assertThat(ActionRules.of(OperationKind.CREATE).longest(instance, Duration.ofSeconds(1)))
                .isEqualTo(Duration.ofSeconds(instance.progress().waitSeconds()));
    }

    @Test
    void creationThatFailsGivesBackWhatItTook() {
        fail(OperationKind.CREATE, Map.of());
        assertThat(instance.deletion().intent()).isEqualTo(Intent.RELEASE);
        assertThat(instance.desired().power()).isEqualTo(VmPower.STOPPED);
        assertThat(instance.progress().status()).isEqualTo(InstanceStatus.ERROR);
    }

    @Test
    void startThatFailsLeavesItOff() {
        fail(OperationKind.START, Map.of());
        assertThat(instance.deletion().intent()).isEqualTo(Intent.KEEP);
        assertThat(instance.desired().power()).isEqualTo(VmPower.STOPPED);
        assertThat(instance.progress().status()).isEqualTo(InstanceStatus.ERROR);
    }

    @Test
    void moveThatFailsLeavesItWhereItIs() {
        begin(OperationKind.MOVE, new MoveRequest(UUID.randomUUID()));
        fail(OperationKind.MOVE, Map.of());
        assertThat(instance.location().isMoving()).isFalse();
        assertThat(instance.desired().power()).isEqualTo(VmPower.STOPPED);
    }

    @Test
    void suspensionThatFailsIsAnErrorOfWhatItWasAskedForLast() {
        begin(OperationKind.SUSPEND, Map.of());
        fail(OperationKind.SUSPEND, Map.of());
        assertThat(instance.desired().power()).isEqualTo(VmPower.SUSPENDED);
        assertThat(instance.progress().status()).isEqualTo(InstanceStatus.ERROR);
    }

    @Test
    void resizeThatFailsIsTakenBackAndNoError() {
        instance.progress().completed(InstanceStatus.RUNNING);
        ResizeRequest resize = ResizeRequest.of(instance, LARGER, UUID.randomUUID());
        begin(OperationKind.RESIZE, resize);
        fail(OperationKind.RESIZE, resize);
        assertThat(instance.allocation().size()).isEqualTo(Created.SIZE);
        assertThat(instance.allocation().planId()).isNull();
        assertThat(instance.progress().status()).isEqualTo(InstanceStatus.RUNNING);
    }

    @Test
    void whateverBeginsIsToldToItsHost() {
        for (OperationKind kind : List.of(OperationKind.RESTART, OperationKind.RESET_PASSWORD, OperationKind.STOP)) {
            instance.desired().told(List.of());
            begin(kind, Map.of());
            assertThat(instance.desired().isTold(List.of())).as("%s", kind).isFalse();
        }
    }

    private void begin(OperationKind kind, Object request) {
        ActionRules.of(kind).begin(instance, request, NOW);
    }

    private void fail(OperationKind kind, Object request) {
        NewOperation begun = NewOperation.ofInstance(instance.tenantId(), kind, instance.id(), null);
        Operation operation = new Operation(UUID.randomUUID(), begun, request, USUAL, Revision.first(null, NOW));
        ActionRules.of(kind).failure().apply(instance, operation, "As the test wants it");
    }
}
